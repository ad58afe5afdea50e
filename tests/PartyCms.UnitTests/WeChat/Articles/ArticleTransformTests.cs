using PartyCms.Kernel.Text;
using PartyCms.WeChat.Articles;

namespace PartyCms.UnitTests.WeChat.Articles;

public class ArticleTransformTests
{
    private static readonly Uri Page = new("https://dj.example.cn/news/spring");

    private static string Html(string body) => ArticleTransform.Run(body, Page).Html;

    [Fact]
    public void Elements_carry_their_style_with_them() =>
        Assert.Equal("<p style=\"margin:0 0 1em;line-height:1.8;\">你好</p>", Html("<p>你好</p>"));

    [Theory]
    [InlineData("<h2>一</h2>", "h2")]
    [InlineData("<ul><li>一</li></ul>", "li")]
    [InlineData("<ol><li>一</li></ol>", "ol")]
    [InlineData("<blockquote><p>一</p></blockquote>", "blockquote")]
    [InlineData("<table><tbody><tr><td>一</td></tr></tbody></table>", "td")]
    [InlineData("<table><thead><tr><th>一</th></tr></thead></table>", "th")]
    [InlineData("<pre>一</pre>", "pre")]
    public void Structure_stays_readable(string body, string element) =>
        Assert.Contains($"<{element} style=\"", Html(body), StringComparison.Ordinal);

    [Fact]
    public void A_table_scrolls_by_itself() => Assert.StartsWith(
        "<section style=\"margin:0 0 1em;overflow-x:auto;\"><table", Html("<table><tbody><tr><td>1</td></tr></tbody></table>"), StringComparison.Ordinal);

    [Fact]
    public void Cells_keep_their_spans() => Assert.Contains(
        "<td colspan=\"2\" style=", Html("<table><tbody><tr><td colspan=\"2\">1</td></tr></tbody></table>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("ta-center", "text-align:center;")]
    [InlineData("ta-right", "text-align:right;")]
    [InlineData("lead", "color:#595959;")]
    public void Our_classes_become_styles(string className, string style)
    {
        var html = Html($"<p class=\"{className}\">落款</p>");

        Assert.Contains(style, html, StringComparison.Ordinal);
        Assert.DoesNotContain("class", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<style>p{}</style>")]
    [InlineData("<iframe src=\"https://v.example.cn\"></iframe>")]
    [InlineData("<form><input name=\"a\"><button>送</button></form>")]
    [InlineData("<svg onload=\"alert(1)\"></svg>")]
    public void What_WeChat_drops_is_dropped_and_told(string element)
    {
        var transformed = ArticleTransform.Run($"<p>前</p>{element}<p>后</p>", Page);

        Assert.Equal(Html("<p>前</p><p>后</p>"), transformed.Html);
        Assert.Contains(transformed.Losses, loss => loss.Kind == LossKind.Element);
    }

    [Fact]
    public void Handlers_and_ids_are_gone() => Assert.Equal(
        Html("<p>文</p>"), Html("<p id=\"a\" onclick=\"x()\" style=\"position:absolute\">文</p>"));

    [Fact]
    public void Text_without_a_paragraph_gets_one() =>
        Assert.Equal(Html("<p>甲 <strong>乙</strong></p><h2>丙</h2>"), Html("<div>甲 <strong>乙</strong></div><h2>丙</h2>"));

    [Fact]
    public void Our_pictures_wait_for_their_address_at_WeChat()
    {
        var transformed = ArticleTransform.Run(
            "<p><img src=\"/media/2026/09/0123456789abcdef0123456789abcdef.webp?width=960\" alt=\"春游\"></p>", Page);

        var picture = Assert.Single(transformed.Pictures);
        Assert.Equal(new ArticlePicture(1, "/media/2026/09/0123456789abcdef0123456789abcdef.webp", "春游"), picture);
        Assert.Contains("<img src=\"picture:1\" alt=\"春游\"", transformed.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_picture_is_named_once()
    {
        const string picture = "<p><img src=\"/media/2026/09/a.jpg\" alt=\"一\"></p>";

        Assert.Single(ArticleTransform.Run(picture + picture, Page).Pictures);
    }

    [Fact]
    public void Pictures_get_their_addresses()
    {
        var transformed = ArticleTransform.Run(
            string.Concat(Enumerable.Range(1, 12).Select(n => $"<p><img src=\"/media/2026/09/{n}.jpg\" alt=\"\"></p>")), Page);

        var html = transformed.With(picture => $"https://mmbiz.qpic.cn/{picture.Number}?a=1&b=2");

        Assert.DoesNotContain("picture:", html, StringComparison.Ordinal);
        Assert.Contains("src=\"https://mmbiz.qpic.cn/12?a=1&amp;b=2\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://other.example.com/a.jpg")]
    [InlineData("//other.example.com/a.jpg")]
    [InlineData("https://dj.example.cn.evil.example/media/a.jpg")]
    [InlineData("http://127.0.0.1/media/a.jpg")]
    [InlineData("/account/photo.jpg")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("https://user@mmbiz.qpic.cn.evil.example/x")]
    public void A_picture_from_elsewhere_is_left_out_and_told(string source)
    {
        var transformed = ArticleTransform.Run($"<p>文<img src=\"{source}\" alt=\"\"></p>", Page);

        Assert.DoesNotContain("<img", transformed.Html, StringComparison.Ordinal);
        Assert.Equal([new ArticleLoss(LossKind.ForeignPicture, source)], transformed.Losses);
    }

    [Theory]
    [InlineData("https://mmbiz.qpic.cn/mmbiz_jpg/abc/0?wx_fmt=jpeg")]
    [InlineData("http://mmbiz.qpic.cn/mmbiz_jpg/abc/0")]
    public void A_picture_that_is_at_WeChat_stays(string source) =>
        Assert.Contains($"<img src=\"{source}\"", Html($"<p><img src=\"{source}\" alt=\"\"></p>"), StringComparison.Ordinal);

    [Fact]
    public void Links_to_articles_at_WeChat_stay_links() => Assert.Contains(
        "<a href=\"https://mp.weixin.qq.com/s/abc\"", Html("<p><a href=\"https://mp.weixin.qq.com/s/abc\">上期</a></p>"), StringComparison.Ordinal);

    [Fact]
    public void Other_links_become_notes()
    {
        var transformed = ArticleTransform.Run(
            "<p>见<a href=\"/guides/dues\">党费指南</a>和<a href=\"https://www.12371.cn/a\">共产党员网</a>，再见<a href=\"/guides/dues\">指南</a></p>", Page);

        Assert.Equal(["https://dj.example.cn/guides/dues", "https://www.12371.cn/a"], transformed.Footnotes);
        Assert.Contains("党费指南<sup>[1]</sup>和共产党员网<sup>[2]</sup>，再见指南<sup>[1]</sup>", transformed.Html, StringComparison.Ordinal);
        Assert.Contains("参考链接", transformed.Html, StringComparison.Ordinal);
        Assert.EndsWith("[2] https://www.12371.cn/a</p>", transformed.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<a ", transformed.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://mp.weixin.qq.com.evil.example/s/abc")]
    [InlineData("http://mp.weixin.qq.com/s/abc")]
    [InlineData("https://evil@mp.weixin.qq.com/s/abc")]
    public void What_only_looks_like_WeChat_is_no_link(string href) =>
        Assert.DoesNotContain("<a ", Html($"<p><a href=\"{href}\">文</a></p>"), StringComparison.Ordinal);

    [Theory]
    [InlineData("#top", "文")]
    [InlineData("javascript:alert(1)", "文")]
    [InlineData("", "文")]
    [InlineData("tel:0571-1234", "文（0571-1234）")]
    [InlineData("mailto:a@example.cn?subject=x", "文（a@example.cn）")]
    public void Links_that_mean_nothing_there_leave_their_words(string href, string text) =>
        Assert.Equal(Html($"<p>{text}</p>"), Html($"<p><a href=\"{href}\">文</a></p>"));

    [Fact]
    public void An_attachment_is_named()
    {
        var transformed = ArticleTransform.Run("<p><a href=\"/media/2026/09/0123456789abcdef0123456789abcdef.pdf\">预算表.pdf</a></p>", Page);

        Assert.Equal(Html("<p>预算表.pdf（附件，请点“阅读原文”下载）</p>"), transformed.Html);
        Assert.Equal([new ArticleLoss(LossKind.Attachment, "预算表.pdf")], transformed.Losses);
    }

    [Theory]
    [InlineData("<video src=\"/media/a.mp4\"></video>", "视频")]
    [InlineData("<audio src=\"/media/a.mp3\"></audio>", "音频")]
    public void Sound_and_film_leave_a_word(string element, string word)
    {
        var transformed = ArticleTransform.Run(element, Page);

        Assert.Contains($"（{word}请点“阅读原文”", transformed.Html, StringComparison.Ordinal);
        Assert.Contains(transformed.Losses, loss => loss.Kind == LossKind.Media);
    }

    [Fact]
    public void A_figure_keeps_its_caption() => Assert.Equal(
        "<section style=\"margin:0 0 1em;text-align:center;\"><img src=\"picture:1\" alt=\"图\" style=\"max-width:100%;height:auto;vertical-align:middle;\">"
        + "<p style=\"margin:0 0 1em;text-align:center;font-size:0.85em;line-height:1.6;color:#737373;\">说明</p></section>",
        Html("<figure><img src=\"/media/2026/09/a.jpg\" alt=\"图\"><figcaption>说明</figcaption></figure>"));

    [Theory]
    [InlineData("a &lt;b&gt; &amp;nbsp; \"c\"")]
    [InlineData("#话题# 与 a&nbsp;b")]
    public void Signs_stay_signs(string text) => Assert.Equal(
        HtmlText.ToPlainText($"<p>{text}</p>"), HtmlText.ToPlainText(Html($"<p>{text}</p>")));

    [Fact]
    public void A_line_break_at_the_head_of_code_stays() => Assert.Contains(
        ">\n\n一</pre>", Html("<pre>\n\n一</pre>"), StringComparison.Ordinal);
}
