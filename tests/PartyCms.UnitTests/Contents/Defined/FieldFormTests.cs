using System.Text.Json.Nodes;
using PartyCms.Contents.Editing.Defined;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Time;

namespace PartyCms.UnitTests.Contents.Defined;

public sealed class FieldFormTests
{
    private static readonly SiteTime Time =
        new(new ManualClock(new DateTimeOffset(2026, 9, 16, 4, 0, 0, TimeSpan.Zero)), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    [Theory]
    [InlineData("TextField", "Text= 文字 ", """{"Text":"文字"}""")]
    [InlineData("TextField", "Text=", "{}")]
    [InlineData("HtmlField", "Html=一段<script>alert(1)</script>", """{"Html":"一段"}""")]
    [InlineData("MarkdownField", "Markdown=# 题", """{"Markdown":"# 题"}""")]
    [InlineData("BooleanField", "Value=true", """{"Value":true}""")]
    [InlineData("BooleanField", "Value=false", """{"Value":false}""")]
    [InlineData("NumericField", "Value=1.50", """{"Value":1.50}""")]
    [InlineData("NumericField", "Value=一百", """{"Value":"一百"}""")]
    [InlineData("DateField", "Value=2026-09-16", """{"Value":"2026-09-16T00:00:00Z"}""")]
    [InlineData("DateField", "Value=明天", """{"Value":"明天"}""")]
    [InlineData("DateTimeField", "Value:local=2026-09-16T09:30", """{"Value":"2026-09-16T01:30:00Z"}""")]
    [InlineData("TimeField", "Value=09:30", """{"Value":"09:30:00"}""")]
    [InlineData("LinkField", "Url=/a&Text=看", """{"Url":"/a","Text":"看"}""")]
    [InlineData("MediaField", "Paths:shown=1&Paths[0]=/a.png&MediaTexts[0]=图&Paths[1]=", """{"Paths":["/a.png"],"MediaTexts":["图"]}""")]
    [InlineData("ContentPickerField", "ContentItemIds:shown=1&ContentItemIds[0]=a&ContentItemIds[3]=b", """{"ContentItemIds":["a","b"]}""")]
    [InlineData("TaxonomyField", "TermContentItemIds:shown=1&TermContentItemIds[10]=b&TermContentItemIds[2]=a", """{"TermContentItemIds":["a","b"],"TaxonomyContentItemId":"tax"}""")]
    [InlineData("MultiTextField", "Values:lines=甲\r\n\r\n乙\n", """{"Values":["甲","乙"]}""")]
    [InlineData("UserPickerField", "UserIds:shown=1", "{}")]
    public void What_was_typed_becomes_the_value_on_the_wire(string kind, string form, string value) =>
        Same(value, Read(kind, null, form));

    [Theory]
    [InlineData("TextField", """{"Text":"旧","Extra":1}""", "Text=新", """{"Text":"新","Extra":1}""")]
    [InlineData("TextField", """{"Text":"旧"}""", "", """{"Text":"旧"}""")]
    [InlineData("LinkField", """{"Url":"/a","Text":"看","Target":"_blank"}""", "Url=/b&Text=", """{"Url":"/b","Target":"_blank"}""")]
    [InlineData("MultiTextField", """{"Values":["甲"]}""", "Values:shown=1", """{"Values":[]}""")]
    [InlineData("UserPickerField", """{"UserIds":["a","b"],"UserNames":["x","y"]}""", "UserIds:shown=1&UserIds[0]=b", """{"UserIds":["b"],"UserNames":["y"]}""")]
    [InlineData("MediaField", """{"Paths":["/a.png","/b.png"],"MediaTexts":["甲","乙"],"Anchors":[{"X":1,"Y":2},{"X":3,"Y":4}]}""",
        "Paths:shown=1&Paths[0]=&Paths[1]=/b.png&MediaTexts[1]=乙", """{"Paths":["/b.png"],"MediaTexts":["乙"],"Anchors":[{"X":3,"Y":4}]}""")]
    public void What_the_form_does_not_hold_stays(string kind, string stored, string form, string value) =>
        Same(value, Read(kind, JsonNode.Parse(stored)!.AsObject(), form));

    private static void Same(string expected, JsonObject actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual.ToJsonString());

    private static JsonObject Read(string kind, JsonObject? stored, string form)
    {
        var settings = new JsonObject { [kind + "Settings"] = new JsonObject { ["TaxonomyContentItemId"] = "tax" } };
        var typed = form.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => "Leaflet.Note." + pair[0], pair => (string?)pair[1]);
        return FieldForm.Read(new ContentFieldDefinition(kind, "Note", settings), stored, typed, "Leaflet.Note", Time);
    }
}
