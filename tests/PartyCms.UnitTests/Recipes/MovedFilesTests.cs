using System.Text.Json.Nodes;
using PartyCms.Recipes.Steps;

namespace PartyCms.UnitTests.Recipes;

public sealed class MovedFilesTests
{
    private static readonly Dictionary<string, string> Paths = new(StringComparer.OrdinalIgnoreCase)
    {
        ["about-bg.jpg"] = "2026/11/aa.jpg", ["img/照片.png"] = "2026/11/bb.png", ["2026/11/same.png"] = "2026/11/same.png",
    };

    [Theory]
    [InlineData("""{"Paths":["about-bg.jpg"]}""", """{"Paths":["2026/11/aa.jpg"]}""", 1)]
    [InlineData("""{"Paths":["/about-bg.jpg","other.jpg","img/照片.png"]}""", """{"Paths":["2026/11/aa.jpg","other.jpg","2026/11/bb.png"]}""", 2)]
    [InlineData("""{"Text":"about-bg.jpg"}""", """{"Text":"about-bg.jpg"}""", 0)]
    [InlineData("""{"Html":"<img src='/media/About-bg.jpg'> /media/about-bg.jpg?width=480"}""", """{"Html":"<img src='/media/2026/11/aa.jpg'> /media/2026/11/aa.jpg?width=480"}""", 1)]
    [InlineData("""{"Markdown":"![图](~/media/img/%E7%85%A7%E7%89%87.png)"}""", """{"Markdown":"![图](/media/2026/11/bb.png)"}""", 1)]
    [InlineData("""{"Html":"<a href=\"https://a.cn/media/about-bg.jpg\">"}""", """{"Html":"<a href=\"https://a.cn/media/about-bg.jpg\">"}""", 0)]
    [InlineData("""{"Html":"/media/about-bg.jpg.zip /media/unknown.jpg"}""", """{"Html":"/media/about-bg.jpg.zip /media/unknown.jpg"}""", 0)]
    [InlineData("""{"Paths":["2026/11/same.png"]}""", """{"Paths":["2026/11/same.png"]}""", 0)]
    [InlineData("""{"Bag":{"ContentItems":[{"Image":{"Paths":["about-bg.jpg"]}}]}}""", """{"Bag":{"ContentItems":[{"Image":{"Paths":["2026/11/aa.jpg"]}}]}}""", 1)]
    public void Paths_of_the_recipe_become_paths_of_the_library(string item, string expected, int count)
    {
        var node = JsonNode.Parse(item);

        Assert.Equal(count, MovedFiles.Rewrite([node], Paths));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), node), node!.ToJsonString());
    }
}
