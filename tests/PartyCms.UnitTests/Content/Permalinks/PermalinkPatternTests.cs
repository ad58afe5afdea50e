using PartyCms.Kernel.Content.Permalinks;

namespace PartyCms.UnitTests.Content.Permalinks;

public sealed class PermalinkPatternTests
{
    [Theory]
    [InlineData("{{ ContentItem.DisplayText | slugify }}", "A quiet Day", "a-quiet-day")]
    [InlineData("{{ Model.ContentItem | display_text | slugify }}", "主题党日", "主题党日")]
    [InlineData("{{ContentItem|display_text|slugify}}", "x", "x")]
    [InlineData("{{ Model.ContentItem | container | display_text | slugify }}/{{ Model.ContentItem | display_text | slugify }}", "B", "our-blog/b")]
    [InlineData("archive/{{ ContentItem.DisplayText }}", "Raw", "archive/Raw")]
    [InlineData("fixed", "x", "fixed")]
    public void Patterns_that_real_sites_use_are_understood(string pattern, string title, string expected) =>
        Assert.Equal(expected, PermalinkPattern.Expand(pattern, title, "Our Blog"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{{ ContentItem.CreatedUtc | date: '%Y' }}")]
    [InlineData("{{ ContentItem | slugify }}")]
    [InlineData("{{ ContentItem }}")]
    [InlineData("}} {{ ContentItem.DisplayText")]
    [InlineData("{{ ContentItem.DisplayText")]
    public void A_pattern_that_asks_for_more_gives_nothing_rather_than_something_wrong(string? pattern) =>
        Assert.Null(PermalinkPattern.Expand(pattern, "title", null));

    [Theory]
    [InlineData("about")]
    [InlineData("blog/post-1")]
    [InlineData("Path2")]
    [InlineData("关于我们/联系")]
    public void Addresses_outside_the_pages_of_the_site_are_free(string path) => Assert.Null(PermalinkRules.Check(path));

    [Theory]
    [InlineData("a b")]
    [InlineData("a//b")]
    [InlineData("feed.xml")]
    [InlineData("a?b")]
    [InlineData("admin")]
    [InlineData("API/x")]
    [InlineData("news/x")]
    public void Addresses_that_cannot_be_or_belong_to_the_site_are_refused(string path) => Assert.NotNull(PermalinkRules.Check(path));

    [Fact]
    public void An_address_has_an_end() => Assert.NotNull(PermalinkRules.Check(new string('长', PermalinkRules.MaxLength + 1)));
}
