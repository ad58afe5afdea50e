using System.Text;
using PartyCms.Kernel.Recipes;

namespace PartyCms.UnitTests.Recipes;

public sealed class RecipeReaderTests
{
    private readonly RecipeReport _report = new();

    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_welcome()
    {
        var recipe = Read("\uFEFF{ // 说明\n \"name\":\"a\", /* x */ \"steps\":[{\"name\":\"feature\",},],}");

        Assert.Equal(["feature"], recipe!.Steps.Select(step => step.Name));
        Assert.Empty(_report.Entries);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"steps\":[1 2]}")]
    [InlineData("{\"steps\":[],\"steps\":[]}")]
    [InlineData("{\"steps\":[{\"name\":\"content\",\"data\":[{\"A\":1,\"A\":2}]}]}")]
    [InlineData("{\"steps\":[{\"name\":\"a\\u0000\"}]}")]
    [InlineData("{\"steps\":[{\"name\":\"\\ud800\"}]}")]
    public void A_file_that_is_not_json_as_it_should_be_is_refused(string text) => Assert.Equal("bad-json", Refused(text));

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("{\"steps\":{}}")]
    [InlineData("{\"ContentItemId\":\"x\"}")]
    public void A_file_that_is_no_recipe_is_refused(string text) => Assert.Equal("not-a-recipe", Refused(text));

    [Theory]
    [InlineData("{\"steps\":[{}]}")]
    [InlineData("{\"steps\":[5]}")]
    [InlineData("{\"steps\":[{\"name\":\"\"}]}")]
    [InlineData("{\"steps\":[{\"name\":5}]}")]
    public void A_step_without_a_name_is_refused_with_its_place(string text)
    {
        Assert.Equal("nameless-step", Refused(text));
        Assert.Equal("$.steps[0]", _report.Entries.Single().Path);
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused()
    {
        Assert.Null(RecipeReader.Read("{\"steps\":[],\"a\":\"\xff\xfe\"}"u8.ToArray().Select(b => b == 0xC3 ? (byte)0xFF : b).ToArray(), _report));
        Assert.True(_report.HasErrors);
    }

    [Fact]
    public void Nesting_has_an_end()
    {
        var deep = $"{{\"steps\":[{{\"name\":\"a\",\"x\":{new string('[', 100)}{new string(']', 100)}}}]}}";

        Assert.Equal("bad-json", Refused(deep));
    }

    [Fact]
    public void Steps_in_capitals_are_ignored_with_a_word()
    {
        var recipe = Read("{\"STEPS\":[{\"name\":\"feature\"}]}");

        Assert.Empty(recipe!.Steps);
        Assert.Equal("misspelt-property", Assert.Single(_report.Of(RecipeEntryKind.NotUnderstood)).Message.Code);
    }

    [Fact]
    public void Variables_after_the_steps_are_told()
    {
        Read("{\"steps\":[],\"variables\":{}}");

        Assert.Equal("late-variables", Assert.Single(_report.Of(RecipeEntryKind.Warning)).Message.Code);
    }

    [Fact]
    public void Variables_before_the_steps_are_in_order()
    {
        Read("{\"variables\":{},\"steps\":[]}");

        Assert.Empty(_report.Entries);
    }

    private RecipeFile? Read(string text) => RecipeReader.Read(Encoding.UTF8.GetBytes(text), _report);

    private string Refused(string text)
    {
        Read(text);
        return Assert.Single(_report.Of(RecipeEntryKind.Error)).Message.Code;
    }
}
