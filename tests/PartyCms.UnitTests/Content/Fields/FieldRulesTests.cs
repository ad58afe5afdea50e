using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Content.Fields;

namespace PartyCms.UnitTests.Content.Fields;

public sealed class FieldRulesTests
{
    [Theory]
    [InlineData("TextField", "{}", """{"Text":"三会一课"}""")]
    [InlineData("TextField", """{"Required":true,"MinLength":2,"MaxLength":4}""", """{"Text":"四个字呀"}""")]
    [InlineData("HtmlField", """{"Required":true}""", """{"Html":"<p>正文</p>"}""")]
    [InlineData("MarkdownField", """{"Required":true}""", """{"Markdown":"# 题"}""")]
    [InlineData("BooleanField", "{}", """{"Value":false}""")]
    [InlineData("BooleanField", "{}", """{"Value":"true"}""")]
    [InlineData("NumericField", """{"Minimum":1,"Maximum":"60","Scale":0}""", """{"Value":60}""")]
    [InlineData("NumericField", """{"Scale":2}""", """{"Value":"1.25"}""")]
    [InlineData("DateField", """{"Required":true}""", """{"Value":"2026-09-16"}""")]
    [InlineData("DateField", "{}", """{"Value":"2026-09-16T00:00:00Z"}""")]
    [InlineData("DateTimeField", "{}", """{"Value":"2026-09-16T01:02:03Z"}""")]
    [InlineData("DateTimeField", "{}", """{"Value":"2026-09-16T01:02:03.1234567Z"}""")]
    [InlineData("TimeField", "{}", """{"Value":"09:30:00"}""")]
    [InlineData("LinkField", """{"Required":true}""", """{"Url":"https://example.cn/a","Text":"看"}""")]
    [InlineData("LinkField", "{}", """{"Url":"/news","Text":null}""")]
    [InlineData("LinkField", "{}", """{"Url":"~/about"}""")]
    [InlineData("LinkField", "{}", """{"Url":"#top"}""")]
    [InlineData("MediaField", """{"Required":true,"AllowedExtensions":[".jpg"]}""", """{"Paths":["home-bg.JPG"],"MediaTexts":["图"]}""")]
    [InlineData("MediaField", "{}", """{"Paths":["/media/a.png","https://example.cn/b.png"]}""")]
    [InlineData("ContentPickerField", """{"Required":true}""", """{"ContentItemIds":["4abc"]}""")]
    [InlineData("TaxonomyField", "{}", """{"TermContentItemIds":["a","b"]}""")]
    [InlineData("UserPickerField", """{"Multiple":true}""", """{"UserIds":["a","b"],"UserNames":["x","y"]}""")]
    [InlineData("MultiTextField", """{"Options":[{"name":"甲","value":"a"}]}""", """{"Values":["a"]}""")]
    [InlineData("YoutubeField", """{"Required":true}""", """{"RawAddress":5}""")]
    public void A_right_value_passes(string kind, string settings, string value) =>
        Assert.Equal([], Check(kind, settings, value, isPublication: true));

    [Theory]
    [InlineData("TextField", """{"MaxLength":2}""", """{"Text":"三个字"}""", "Text", "Note may have at most 2 characters.")]
    [InlineData("TextField", """{"MinLength":4}""", """{"Text":"三个字"}""", "Text", "Note must have at least 4 characters.")]
    [InlineData("TextField", "{}", """{"Text":5}""", "Text", "Text of Note is of the wrong kind.")]
    [InlineData("TextField", "{}", """["x"]""", "Text", "Text of Note is of the wrong kind.")]
    [InlineData("BooleanField", "{}", """{"Value":"maybe"}""", "Value", "Value of Note is of the wrong kind.")]
    [InlineData("NumericField", """{"Minimum":1}""", """{"Value":0}""", "Value", "The value must be greater than or equal to 1.")]
    [InlineData("NumericField", """{"Maximum":60}""", """{"Value":60.5}""", "Value", "The value must be less than or equal to 60.")]
    [InlineData("NumericField", """{"Scale":0}""", """{"Value":1.5}""", "Value", "Note may have at most 0 decimal places.")]
    [InlineData("NumericField", "{}", """{"Value":"很多"}""", "Value", "Note is an invalid number.")]
    [InlineData("DateField", "{}", """{"Value":"2026-02-30"}""", "Value", "Note is not a valid value.")]
    [InlineData("DateField", "{}", """{"Value":"2026-09-16abc"}""", "Value", "Note is not a valid value.")]
    [InlineData("DateTimeField", "{}", """{"Value":"明天"}""", "Value", "Note is not a valid value.")]
    [InlineData("TimeField", "{}", """{"Value":"25:00"}""", "Value", "Note is not a valid value.")]
    [InlineData("LinkField", "{}", """{"Url":"javascript:alert(1)"}""", "Url", "javascript:alert(1) is an invalid url.")]
    [InlineData("LinkField", """{"LinkTextMode":"Required"}""", """{"Url":"/a"}""", "Text", "The link text is required for Note.")]
    [InlineData("MediaField", """{"Multiple":false}""", """{"Paths":["/a.png","/b.png"]}""", "Paths", "Note: Selecting multiple media is forbidden.")]
    [InlineData("MediaField", "{}", """{"Paths":["javascript:alert(1)"]}""", "Paths", "Note holds an address that is no file.")]
    [InlineData("MediaField", """{"AllowedExtensions":[".pdf"]}""", """{"Paths":["/a.png"]}""", "Paths", "Note must be one of these kinds of file: .pdf.")]
    [InlineData("ContentPickerField", "{}", """{"ContentItemIds":["a","b"]}""", "ContentItemIds", "The Note field cannot contain multiple items.")]
    [InlineData("ContentPickerField", "{}", """{"ContentItemIds":"a"}""", "ContentItemIds", "ContentItemIds of Note is of the wrong kind.")]
    [InlineData("TaxonomyField", """{"Unique":true}""", """{"TermContentItemIds":["a","b"]}""", "TermContentItemIds", "The Note field cannot contain multiple items.")]
    [InlineData("MultiTextField", """{"Options":[{"name":"甲","value":"a"}]}""", """{"Values":["b"]}""", "Values", "Note must be one of the options.")]
    public void A_wrong_value_is_told_where_it_stands(string kind, string settings, string value, string property, string wire)
    {
        var problem = Assert.Single(Check(kind, settings, value, isPublication: true));

        Assert.Equal(($"Leaflet.Note.{property}", wire), (problem.Path, problem.WireMessage));
    }

    [Theory]
    [InlineData("TextField", """{"Text":"  "}""", "Text", "A value is required for Note.")]
    [InlineData("HtmlField", """{"Html":""}""", "Html", "A value is required for Note.")]
    [InlineData("MarkdownField", "{}", "Markdown", "A value is required for Note.")]
    [InlineData("NumericField", """{"Value":null}""", "Value", "A value is required for Note.")]
    [InlineData("NumericField", """{"Value":" "}""", "Value", "A value is required for Note.")]
    [InlineData("DateField", "{}", "Value", "A value is required for Note.")]
    [InlineData("LinkField", """{"Text":"看"}""", "Url", "The url is required for Note.")]
    [InlineData("MediaField", """{"Paths":[""]}""", "Paths", "A value is required for Note.")]
    [InlineData("ContentPickerField", """{"ContentItemIds":[null]}""", "ContentItemIds", "A value is required for Note.")]
    [InlineData("TaxonomyField", "{}", "TermContentItemIds", "A value is required for Note.")]
    [InlineData("UserPickerField", "null", "UserIds", "A value is required for Note.")]
    [InlineData("MultiTextField", "{}", "Values", "A value is required for Note.")]
    public void What_is_required_is_asked_for_at_publication_only(string kind, string value, string property, string wire)
    {
        const string required = """{"Required":true}""";

        Assert.Equal([], Check(kind, required, value, isPublication: false));
        var problem = Assert.Single(Check(kind, required, value, isPublication: true));
        Assert.Equal(($"Leaflet.Note.{property}", wire), (problem.Path, problem.WireMessage));
    }

    [Fact]
    public void A_text_chosen_from_a_list_is_one_of_the_list()
    {
        var field = new ContentFieldDefinition("TextField", "Size", Json("""
            {"ContentPartFieldSettings":{"Editor":"PredefinedList"},
             "TextFieldPredefinedListEditorSettings":{"Options":[{"name":"大","value":"L"},{"Name":"小","Value":"S"}]}}
            """));
        List<ContentProblem> Problems(string text)
        {
            var problems = new List<ContentProblem>();
            FieldRules.Check(field, new JsonObject { ["Text"] = text }, "T.Size", true, problems);
            return problems;
        }

        Assert.Equal([], Problems("L"));
        Assert.Equal([], Problems("S"));
        Assert.Single(Problems("XL"));
    }

    [Theory]
    [InlineData("[0-9]{4}", "2026", true)]
    [InlineData("[0-9]{4}", "2026年", false)]
    [InlineData("a|b", "ab", false)]
    [InlineData("(unfinished", "anything", true)]
    [InlineData("(?=look)ahead", "anything", true)]
    public void A_pattern_holds_for_the_whole_text_and_one_that_cannot_be_used_asks_nothing(string pattern, string text, bool isRight)
    {
        var field = new ContentFieldDefinition("TextField", "Note", new JsonObject
        {
            ["PartyFieldSettings"] = new JsonObject { ["Pattern"] = pattern },
        });
        var problems = new List<ContentProblem>();

        FieldRules.Check(field, new JsonObject { ["Text"] = text }, "Leaflet.Note", false, problems);

        Assert.Equal(isRight, problems.Count == 0);
    }

    [Fact]
    public void A_number_of_any_type_made_in_memory_is_a_number()
    {
        var field = new ContentFieldDefinition("NumericField", "Note", new JsonObject
        {
            ["NumericFieldSettings"] = new JsonObject { ["Minimum"] = 1, ["Maximum"] = 60.0, ["Scale"] = 0L },
        });
        List<ContentProblem> Problems(JsonNode value)
        {
            var problems = new List<ContentProblem>();
            FieldRules.Check(field, new JsonObject { ["Value"] = value }, "T.Note", true, problems);
            return problems;
        }

        Assert.Equal([], Problems(5));
        Assert.Equal([], Problems(5L));
        Assert.Equal([], Problems(5.0));
        Assert.Equal([], Problems(5m));
        Assert.Single(Problems(61));
    }

    [Fact]
    public void The_template_of_a_generated_text_is_no_pattern() =>
        Assert.Equal([], Check("TextField", """{"Pattern":"{{ ContentItem.DisplayText }}"}""", """{"Text":"任何"}""", isPublication: true));

    private static List<ContentProblem> Check(string kind, string settings, string value, bool isPublication)
    {
        var field = new ContentFieldDefinition(kind, "Note", new JsonObject { [kind + "Settings"] = Json(settings) });
        var problems = new List<ContentProblem>();
        FieldRules.Check(field, JsonNode.Parse(value), "Leaflet.Note", isPublication, problems);
        return problems;
    }

    private static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();
}
