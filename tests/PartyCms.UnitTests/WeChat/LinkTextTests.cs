using System.Text;
using PartyCms.WeChat.Callback;

namespace PartyCms.UnitTests.WeChat;

public sealed class LinkTextTests
{
    [Fact]
    public void Eight_links_are_the_most()
    {
        var text = LinkText.Write(new ListReply("找到这些：", Items(12, "课"), "看全部"));

        Assert.Equal(8, text.Split("<a ").Length - 1);
        Assert.EndsWith("\n看全部", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_that_would_not_fit_are_left_out_whole()
    {
        var text = LinkText.Write(new ListReply("找到这些：", Items(8, new string('党', 39), pathLength: 200), "看全部"));

        Assert.True(Encoding.UTF8.GetByteCount(text) <= LinkText.MaxBytes);
        Assert.Equal(text.Split("<a ").Length, text.Split("</a>").Length);
        Assert.EndsWith("\n看全部", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_title_is_cut()
    {
        Assert.Equal(
            $"<a href=\"/\">{new string('党', 39)}…</a>", LinkText.Link(new string('党', 41), "/"));
    }

    [Fact]
    public void A_title_or_an_address_cannot_end_its_link()
    {
        Assert.Equal(
            "<a href=\"https://e.cn/%22>\">＜/a＞行</a>", LinkText.Link("</a>行", "https://e.cn/\">"));
    }

    [Fact]
    public void A_text_is_cut_between_characters()
    {
        var text = LinkText.Shorten(string.Concat(Enumerable.Repeat("😀", 600)));

        Assert.EndsWith("😀…", text, StringComparison.Ordinal);
        Assert.True(Encoding.UTF8.GetByteCount(text) <= LinkText.MaxBytes);
    }

    [Fact]
    public void A_text_that_fits_is_left_as_it_is()
    {
        var text = new string('党', LinkText.MaxBytes / 3);

        Assert.Equal(text, LinkText.Shorten(text));
    }

    private static List<NewsItem> Items(int count, string title, int pathLength = 5) =>
        [.. Enumerable.Range(1, count).Select(i => new NewsItem(title, "", "", "https://e.cn/" + new string('a', pathLength)))];
}
