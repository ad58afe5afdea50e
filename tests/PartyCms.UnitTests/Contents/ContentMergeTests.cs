using System.Text.Json.Nodes;
using PartyCms.Contents.Api;

namespace PartyCms.UnitTests.Contents;

public sealed class ContentMergeTests
{
    [Theory]
    [InlineData("""{"A":{"x":1,"y":2}}""", """{"A":{"y":3}}""", """{"A":{"x":1,"y":3}}""")]
    [InlineData("""{"A":{"x":1}}""", """{"A":{"x":null}}""", """{"A":{"x":1}}""")]
    [InlineData("""{"A":{"x":[1,2,3]}}""", """{"A":{"x":[4]}}""", """{"A":{"x":[4]}}""")]
    [InlineData("""{"A":{"x":[1]}}""", """{"A":{"x":[]}}""", """{"A":{"x":[]}}""")]
    [InlineData("""{"A":{"x":{"y":1}}}""", """{"A":{"x":"text"}}""", """{"A":{"x":"text"}}""")]
    [InlineData("""{}""", """{"B":{"x":null,"y":{"z":null}}}""", """{"B":{"y":{}}}""")]
    [InlineData("""{"A":{}}""", """{"Plain":1,"Text":"t","Flag":true,"Null":null}""", """{"A":{}}""")]
    [InlineData("""{}""", """{"List":[1,{"a":null}]}""", """{"List":[1,{"a":null}]}""")]
    [InlineData("""{}""", """{"Owner":{"a":1},"Latest":[],"ContentItemId":{}}""", """{}""")]
    public void Posted_parts_are_laid_over_stored_ones(string stored, string posted, string expected)
    {
        var merged = ContentMerge.Merge(Parse(stored), Parse(posted), null);

        Assert.Equal(Parse(expected).ToJsonString(), merged.ToJsonString());
    }

    [Theory]
    [InlineData("""{"DisplayText":"新"}""", "新")]
    [InlineData("""{"DisplayText":"新","TitlePart":{"Title":"旧"}}""", "新")]
    [InlineData("""{"DisplayText":"旧","TitlePart":{"Title":"新"}}""", "新")]
    [InlineData("""{"DisplayText":"甲","TitlePart":{"Title":"新"}}""", "新")]
    [InlineData("""{"DisplayText":null}""", "旧")]
    [InlineData("""{"DisplayText":" "}""", "旧")]
    [InlineData("""{}""", "旧")]
    public void Whichever_of_the_two_titles_changed_is_the_title(string posted, string expected)
    {
        var merged = ContentMerge.Merge(Parse("""{"TitlePart":{"Title":"旧"}}"""), Parse(posted), "旧");

        Assert.Equal(expected, (string?)merged["TitlePart"]!["Title"]);
    }

    [Fact]
    public void Neither_document_is_changed()
    {
        var stored = Parse("""{"A":{"x":[1]}}""");
        var posted = Parse("""{"A":{"x":[2]},"B":{"y":1}}""");

        var merged = ContentMerge.Merge(stored, posted, null);
        merged["B"]!["y"] = 5;

        Assert.Equal("""{"A":{"x":[1]}}""", stored.ToJsonString());
        Assert.Equal("""{"A":{"x":[2]},"B":{"y":1}}""", posted.ToJsonString());
    }

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
