using PartyCms.Kernel.Text;

namespace PartyCms.UnitTests.Text;

public sealed class PublicPathTests
{
    [Fact]
    public void A_path_holds_only_ASCII()
    {
        Assert.Equal("/news/%E5%85%9A%E5%8A%A1-2024_~", PublicPath.Of("news", "党务-2024_~"));
    }

    [Fact]
    public void A_slash_or_sign_in_a_segment_is_encoded()
    {
        Assert.Equal("/media/a%2Fb%3Fc%23d%20%25%22%3C", PublicPath.Of("media", "a/b?c#d %\"<"));
    }

    [Fact]
    public void No_segment_is_the_root()
    {
        Assert.Equal("/", PublicPath.Of());
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void A_segment_that_browsers_would_take_out_is_refused(string segment)
    {
        Assert.Throws<ArgumentException>(() => PublicPath.Of("news", segment));
    }

    [Fact]
    public void Parameters_of_a_query_are_encoded()
    {
        var path = PublicPath.WithQuery("/search", "q", "党建&c=1");

        Assert.Equal("/search?q=%E5%85%9A%E5%BB%BA%26c%3D1&type=News", PublicPath.WithQuery(path, "type", "News"));
    }

    [Fact]
    public void The_conversion_of_a_page_leaves_a_path_alone()
    {
        var path = PublicPath.Of("b", "头发发展");

        Assert.Same(path, ChineseScript.ToTraditional(path));
    }
}
