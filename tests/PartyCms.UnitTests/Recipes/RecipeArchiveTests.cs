using System.IO.Compression;
using PartyCms.Kernel.Recipes;

namespace PartyCms.UnitTests.Recipes;

public sealed class RecipeArchiveTests
{
    [Fact]
    public void A_deployment_package_is_opened_by_its_recipe()
    {
        var archive = RecipeArchive.Open(Zip(("Recipe.json", "{}"), ("other.json", "[]"), ("media/a.txt", "a")))!;

        Assert.Equal("{}"u8.ToArray(), archive.Recipe);
        Assert.Equal("a"u8.ToArray(), archive.Read("media/a.txt"));
    }

    [Fact]
    public void Paths_are_seen_from_the_recipe_and_stay_within_the_archive()
    {
        var archive = RecipeArchive.Open(Zip(
            ("Recipes/blog.recipe.json", "{}"), ("Recipes/Snippets/footer.html", "f"), ("wwwroot/a.jpg", "j"), ("secret", "s")))!;

        Assert.Equal("f"u8.ToArray(), archive.Read("Snippets/footer.html"));
        Assert.Equal("j"u8.ToArray(), archive.Read("../wwwroot/a.jpg"));
        Assert.Null(archive.Read("../../secret"));
        Assert.Null(archive.Read("/secret"));
        Assert.Null(archive.Read("missing"));
    }

    [Fact]
    public void Entries_that_lead_out_are_not_there()
    {
        var archive = RecipeArchive.Open(Zip(("Recipe.json", "{}"), ("../evil.txt", "x")))!;

        Assert.Null(archive.Read("../evil.txt"));
        Assert.Null(archive.Read("evil.txt"));
    }

    [Fact]
    public void Without_one_recipe_an_archive_is_none()
    {
        Assert.Null(RecipeArchive.Open(Zip(("a.txt", "a"))));
        Assert.Null(RecipeArchive.Open(Zip(("a.recipe.json", "{}"), ("b.recipe.json", "{}"))));
        Assert.Null(RecipeArchive.Open([0x50, 0x4B, 3, 4, 1, 2, 3]));
    }

    [Fact]
    public void A_file_that_unpacks_to_too_much_is_not_read()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var recipe = zip.CreateEntry("Recipe.json").Open())
            {
                recipe.Write("{}"u8);
            }

            using var large = zip.CreateEntry("large.bin", CompressionLevel.SmallestSize).Open();
            large.Write(new byte[RecipeArchive.LargestFile + 1]);
        }

        Assert.Null(RecipeArchive.Open(bytes.ToArray())!.Read("large.bin"));
    }

    private static byte[] Zip(params ReadOnlySpan<(string Path, string Text)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                using var writer = new StreamWriter(zip.CreateEntry(path).Open());
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }
}
