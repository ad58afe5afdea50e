using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Time;

namespace PartyCms.UnitTests.Contents;

public sealed class TitlePatternTests
{
    private static readonly SiteTime Time = new(TimeProvider.System, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));

    private static readonly JsonObject Parts = JsonNode.Parse("""
        {"Meeting":{"Place":{"Text":"三楼\n活动室"},"Day":{"Value":"2026-03-05T00:00:00Z"},"Begins":{"Value":"2026-03-05T17:30:00Z"},
          "Count":{"Value":12},"Topics":{"Values":["学习","选举"]},"Empty":{"Text":""}}}
        """)!.AsObject();

    [Theory]
    [InlineData("支委会", "支委会")]
    [InlineData("{{ ContentItem.Content.Meeting.Place.Text }}支委会", "三楼 活动室支委会")]
    [InlineData("{{ Model.ContentItem.Content.Meeting.Day.Value | date: \"%Y-%m-%d\" }} 支委会", "2026-03-05 支委会")]
    [InlineData("{{ ContentItem.Content.Meeting.Day.Value | date: '%Y年%-m月%-d日' }}", "2026年3月5日")]
    [InlineData("{{ ContentItem.Content.Meeting.Begins.Value | local | date: \"%F %H:%M\" }}", "2026-03-06 01:30")]
    [InlineData("{{ ContentItem.Content.Meeting.Begins.Value | date: \"%H:%M\" }}", "17:30")]
    [InlineData("{{ ContentItem.Content.Meeting.Count.Value }} 人", "12 人")]
    [InlineData("{{ ContentItem.Content.Meeting.Topics.Values }}", "学习、选举")]
    [InlineData("{{ ContentItem.Content.Meeting.Missing.Text | default: \"未定\" }}会", "未定会")]
    [InlineData("{{ ContentItem.Content.Meeting.Place.Text | truncate: 2 | append: '…' }}", "三楼…")]
    [InlineData("{{ ContentItem.ContentType | upcase }}", "MEETING")]
    [InlineData("{{ ContentItem.Author | prepend: '作者 ' }}", "作者 ming")]
    public void A_pattern_is_filled_in(string pattern, string title) => Assert.Equal(title, Expand(pattern));

    [Theory]
    [InlineData("{{ ContentItem.Content.Meeting.Begins.Value | date: \"%Q\" }}")]
    [InlineData("{{ ContentItem | display_url }}")]
    [InlineData("{{ Site.Name }}")]
    [InlineData("{{ ContentItem.Content.Meeting.Topics.Values[x] }}")]
    [InlineData("{{ ContentItem.Author")]
    [InlineData("}} {{")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_not_understood_makes_no_title(string? pattern) => Assert.Null(Expand(pattern));

    [Fact]
    public void A_title_is_cut_to_the_longest_there_may_be() =>
        Assert.Equal(ContentPreparation.TitleLength, Expand(new string('长', 400))!.Length);

    private static string? Expand(string? pattern) => TitlePattern.Expand(
        pattern, Parts, new ContentItem { ContentItemId = "4a", ContentItemVersionId = "4b", ContentType = "Meeting", Author = "ming" }, Time);
}
