using PartyCms.Kernel.Content.Permalinks;

namespace PartyCms.UnitTests.Content.Permalinks;

public sealed class LocalTargetTests
{
    [Theory]
    [InlineData("/news/a", "/news/a")]
    [InlineData(" news/a ", "/news/a")]
    [InlineData("/news/%E5%85%9A", "/news/党")]
    [InlineData("/news/党?column=a#b", "/news/党?column=a#b")]
    public void An_address_of_this_site_is_read_decoded(string typed, string target) => Assert.Equal(target, LocalTarget.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("https://example.org/news")]
    [InlineData("javascript://x")]
    [InlineData("//example.org/news")]
    [InlineData("/\\example.org")]
    [InlineData("/%2Fexample.org")]
    [InlineData("/%5Cexample.org")]
    [InlineData("/news/a%0D%0ASet-Cookie: a=b")]
    public void An_address_elsewhere_is_refused(string? typed) => Assert.Null(LocalTarget.Read(typed));

    [Theory]
    [InlineData("/news/党", "/news/%E5%85%9A")]
    [InlineData("/news/a b?q=党#尾", "/news/a%20b?q=%E5%85%9A#%E5%B0%BE")]
    public void A_header_holds_it_encoded(string target, string header) => Assert.Equal(header, LocalTarget.Encode(target));

    [Theory]
    [InlineData("/news/a", "news/a")]
    [InlineData("/news/a/?q=1", "news/a")]
    [InlineData("/news/a#b", "news/a")]
    public void Its_path_is_what_items_stand_at(string target, string path) => Assert.Equal(path, LocalTarget.PathOf(target));
}
