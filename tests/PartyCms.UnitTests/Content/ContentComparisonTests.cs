using System.Text.Json.Nodes;
using PartyCms.Kernel.Content.Comparing;

namespace PartyCms.UnitTests.Content;

public sealed class ContentComparisonTests
{
    [Theory]
    [InlineData("{}", "{}", "")]
    [InlineData("""{"TitlePart":{"Title":"甲"}}""", """{"TitlePart":{"Title":"乙"}}""", "TitlePart.Title")]
    [InlineData("{}", """{"TitlePart":{"Title":"乙"}}""", "+TitlePart.Title")]
    [InlineData("""{"ArticlePart":{"Pinned":{"Value":true}}}""", "{}", "-ArticlePart.Pinned.Value")]
    [InlineData("""{"A":{"B":{"Value":1}}}""", """{"A":{"B":{"Value":2}}}""", "A.B.Value")]
    [InlineData("""{"P":{"T":["甲","乙"]}}""", """{"P":{"T":["丙","甲","乙"]}}""", "+P.T[0]")]
    [InlineData("""{"P":{"Q":[{"Text":"一"},{"Text":"二"}]}}""", """{"P":{"Q":[{"Text":"一"},{"Text":"三"}]}}""", "P.Q[1].Text")]
    [InlineData("""{"P":{"V":null}}""", """{"P":{}}""", "")]
    [InlineData("""{"P":{"V":"字"}}""", """{"P":{"V":{"Text":"字"}}}""", "P.V")]
    public void The_fields_that_differ_are_named(string before, string after, string paths)
    {
        var changes = ContentComparison.Compare(JsonNode.Parse(before)!.AsObject(), JsonNode.Parse(after)!.AsObject());

        Assert.Equal(paths, string.Join(' ', changes.Select(change =>
            (change.IsAdded ? "+" : change.IsRemoved ? "-" : "") + change.Path)));
    }

    [Fact]
    public void A_change_of_markup_alone_is_told_as_such()
    {
        var changes = ContentComparison.Compare(Body("<p class=\"ta-center\">字</p>"), Body("<p>字</p>"));

        Assert.Equal(["只改了排版，文字没有变"], Assert.Single(Assert.Single(changes).Blocks).Notes);
    }

    private static JsonObject Body(string html) => new() { ["HtmlBodyPart"] = new JsonObject { ["Html"] = html } };
}
