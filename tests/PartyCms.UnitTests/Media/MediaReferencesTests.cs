using System.Text.Json.Nodes;
using PartyCms.Media.Usage;

namespace PartyCms.UnitTests.Media;

public sealed class MediaReferencesTests
{
    private const string File = "2026/09/0123456789abcdef0123456789abcdef.jpg";

    [Theory]
    [InlineData("{\"ArticlePart\":{\"Cover\":{\"Paths\":[\"/media/FILE\"]}}}", "ArticlePart.Cover.Paths")]
    [InlineData("{\"HtmlBodyPart\":{\"Html\":\"<p><img src='/media/FILE?width=960'></p>\"}}", "HtmlBodyPart.Html")]
    [InlineData("{\"Gallery\":{\"Photos\":{\"Paths\":[\"x\",\"FILE\"]}}}", "Gallery.Photos.Paths")]
    [InlineData("{\"LinkPart\":{\"Url\":\"https://dj.example.cn/media/FILE\"}}", "LinkPart.Url")]
    public void A_file_is_found_wherever_a_document_names_it(string json, string place)
    {
        var parts = JsonNode.Parse(json.Replace("FILE", File, StringComparison.Ordinal))!.AsObject();

        Assert.Equal([(File, place)], MediaReferences.Find(parts));
    }

    [Theory]
    [InlineData("2026/09/0123456789abcdef0123456789abcdef")]
    [InlineData("12026/09/0123456789abcdef0123456789abcdef.jpg")]
    [InlineData("2026/09/0123456789abcdef0123456789abcdeg.jpg")]
    public void What_is_no_file_is_not_found(string text) =>
        Assert.Equal([], MediaReferences.Find(new JsonObject { ["Any"] = text }));

    [Fact]
    public void A_picture_shown_twice_in_a_body_is_one_use() => Assert.Single(
        MediaReferences.Find(new JsonObject { ["Html"] = $"<img src=\"/media/{File}\"><img src=\"/media/{File}\">" }));

    [Fact]
    public void The_pictures_of_a_body_are_counted_and_their_words_read()
    {
        var pictures = BodyPictures.Of("<p>一<img src=\"/a.jpg\" alt=\"甲 > 乙\"></p><figure><img src=\"/b.jpg\"></figure>");

        Assert.Equal([new BodyPicture(1, "/a.jpg", "甲 > 乙"), new BodyPicture(2, "/b.jpg", "")], pictures);
    }
}
