using PartyCms.Kernel.Recipes;

namespace PartyCms.UnitTests.Recipes;

public sealed class RecipePathTests
{
    [Theory]
    [InlineData("a.html", "a.html")]
    [InlineData("./Snippets//a.html", "Snippets/a.html")]
    [InlineData("Snippets\\a.html", "Snippets/a.html")]
    [InlineData("Recipes/../wwwroot/a.jpg", "wwwroot/a.jpg")]
    [InlineData("图片/封面.jpg", "图片/封面.jpg")]
    public void A_path_inside_gets_one_plain_form(string path, string expected) => Assert.Equal(expected, RecipePath.Normalize(path));

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("/etc/passwd")]
    [InlineData("\\\\server\\share")]
    [InlineData("C:\\windows")]
    [InlineData("../a.html")]
    [InlineData("a/../../b")]
    [InlineData("..\\..\\b")]
    [InlineData("a\0b")]
    [InlineData("https://example.org/a")]
    public void A_path_that_leads_out_is_none(string path) => Assert.Null(RecipePath.Normalize(path));

    [Fact]
    public void A_folder_gives_its_own_files_and_no_others()
    {
        var outer = Directory.CreateTempSubdirectory("partycms-recipe-");
        try
        {
            var inner = outer.CreateSubdirectory("inner");
            File.WriteAllText(Path.Combine(outer.FullName, "secret.txt"), "secret");
            File.WriteAllText(Path.Combine(inner.FullName, "a.txt"), "a");
            File.CreateSymbolicLink(Path.Combine(inner.FullName, "link.txt"), Path.Combine(outer.FullName, "secret.txt"));
            Directory.CreateSymbolicLink(Path.Combine(inner.FullName, "out"), outer.FullName);
            var folder = new RecipeFolder(inner.FullName);

            Assert.Equal("a"u8.ToArray(), folder.Read("a.txt"));
            Assert.Null(folder.Read("b.txt"));
            Assert.Null(folder.Read("../secret.txt"));
            Assert.Null(folder.Read("link.txt"));
            Assert.Null(folder.Read("out/secret.txt"));
        }
        finally
        {
            outer.Delete(recursive: true);
        }
    }
}
