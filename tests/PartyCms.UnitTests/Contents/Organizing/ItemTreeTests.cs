using System.Text.Json.Nodes;
using PartyCms.Contents.Organizing.Outlines;
using PartyCms.Contents.Organizing.Taxonomies;

namespace PartyCms.UnitTests.Contents.Organizing;

public sealed class ItemTreeTests
{
    private const string Tree =
        """
        {"TaxonomyPart":{"TermContentType":"Tag","Terms":[
          {"ContentItemId":"1","DisplayText":"学习","Odd":{"Kept":[1,null]},"Terms":[
            {"ContentItemId":"2","DisplayText":"党章","AutoroutePart":{"Path":"study/rules"}},
            {"ContentItemId":"3","DisplayText":"党章","Terms":[{"ContentItemId":"4","DisplayText":"！"}]}]},
          {"ContentItemId":"5","DisplayText":"生活"}]}}
        """;

    [Fact]
    public void Reading_and_writing_a_tree_changes_nothing()
    {
        var parts = Parts();

        ItemTree.Terms.Write(parts, ItemTree.Terms.Read(parts));

        Assert.True(JsonNode.DeepEquals(Parts(), parts), parts.ToJsonString());
    }

    [Fact]
    public void A_term_that_is_renamed_and_moved_keeps_what_nobody_here_knows()
    {
        var parts = Parts();
        var rows = TermForm.Read(parts);
        rows[0].Name = "学习园地";
        Outline.MoveDown(rows, 0);

        TermForm.Write(parts, "t", rows);

        var term = parts["TaxonomyPart"]!["Terms"]![1]!;
        Assert.Equal(("学习园地", "学习园地"), ((string?)term["DisplayText"], (string?)term["TitlePart"]!["Title"]));
        Assert.Equal("{\"Kept\":[1,null]}", term["Odd"]!.ToJsonString());
        Assert.Equal("Tag", (string?)parts["TaxonomyPart"]!["TermContentType"]);
    }

    [Fact]
    public void A_term_stands_at_the_address_of_its_taxonomy_and_names_are_told_apart()
    {
        var rows = TermRows.Of("t", "topics", Parts());

        Assert.Equal(["topics/学习", "topics/rules", "topics/党章", "topics/4", "topics/生活"], rows.Select(row => row.Path));
        Assert.Equal([null, "1", "1", "3", null], rows.Select(row => row.ParentId));
    }

    [Theory]
    [InlineData("""{"TaxonomyPart":{"Terms":[{"DisplayText":"a"}]}}""")]
    [InlineData("""{"TaxonomyPart":{"Terms":[{"ContentItemId":""}]}}""")]
    [InlineData("""{"TaxonomyPart":{"Terms":[{"ContentItemId":"1"},{"ContentItemId":"2","Terms":[{"ContentItemId":"1"}]}]}}""")]
    public void A_tree_whose_terms_cannot_be_told_apart_is_refused(string json) =>
        Assert.NotEmpty(TermRows.Check(JsonNode.Parse(json)!.AsObject()));

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"TaxonomyPart":{}}""")]
    [InlineData("""{"TaxonomyPart":{"Terms":null}}""")]
    [InlineData("""{"TaxonomyPart":{"Terms":"none"}}""")]
    [InlineData("""{"TaxonomyPart":{"Terms":[null,7]}}""")]
    public void A_tree_without_terms_is_empty(string json) => Assert.Empty(TermRows.Check(JsonNode.Parse(json)!.AsObject()));

    private static JsonObject Parts() => JsonNode.Parse(Tree)!.AsObject();
}
