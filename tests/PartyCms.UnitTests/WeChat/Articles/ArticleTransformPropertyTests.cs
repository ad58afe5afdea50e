using System.Text;
using AngleSharp.Html.Parser;
using PartyCms.Kernel.Text;
using PartyCms.WeChat.Articles;

namespace PartyCms.UnitTests.WeChat.Articles;

/// <summary>What holds for any body, tried on a thousand that were put together by chance from a fixed seed.</summary>
public class ArticleTransformPropertyTests
{
    private static readonly Uri Page = new("https://dj.example.cn/news/spring");

    private static readonly string[] Pieces =
    [
        "文字", " ", "\n", "&amp;", "&lt;script&gt;", "<p>", "</p>", "<h2>", "</h2>", "<ul>", "</ul>", "<ol start=\"3\">", "</ol>", "<li>",
        "</li>", "<table>", "</table>", "<tr>", "</tr>", "<td colspan=\"2\">", "</td>", "<th>", "</th>", "<strong>", "</strong>", "<em>", "</em>",
        "<a href=\"https://example.com/a?b=1&amp;c=2\">", "<a href=\"/media/a.pdf\">", "<a href=\"https://mp.weixin.qq.com/s/x\">", "</a>",
        "<img src=\"/media/2026/09/a.jpg\" alt=\"图\">", "<img src=\"https://evil.example/x.png\" alt=\"x\">", "<img src=\"picture:2\">",
        "<figure>", "</figure>", "<figcaption>", "</figcaption>", "<blockquote>", "</blockquote>", "<div>", "</div>", "<section>", "</section>",
        "<script>alert(1)</script>", "<p class=\"lead\">", "<p class=\"ta-center\">", "<pre>", "</pre>", "<code>", "</code>", "<br>", "<hr>",
        "<video src=\"/media/a.mp4\"></video>", "<sup>", "</sup>", "<p onclick=\"x()\" style=\"color:red\">", "<style>", "</style>", "<svg>", "</svg>",
    ];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Transforming_again_changes_nothing(int seed)
    {
        foreach (var body in Bodies(seed))
        {
            var once = ArticleTransform.Run(HtmlSanitizer.Clean(body), Page).Html;

            Assert.Equal(once, ArticleTransform.Run(once, Page).Html);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_runs_and_no_picture_is_foreign(int seed)
    {
        foreach (var body in Bodies(seed))
        {
            using var document = new HtmlParser().ParseDocument("<body>" + ArticleTransform.Run(body, Page).Html);

            Assert.Empty(document.QuerySelectorAll("script,style,iframe,form,input,svg,object,embed,link,[class],[id],[onclick]"));
            Assert.All(document.Images, image => Assert.True(
                PictureAddress.IsPlaceholder(image.GetAttribute("src")!) || PictureAddress.IsAtWeChat(image.GetAttribute("src")!)));
            Assert.All(document.QuerySelectorAll("a"), link =>
                Assert.StartsWith("https://mp.weixin.qq.com/", link.GetAttribute("href")!, StringComparison.Ordinal));
        }
    }

    private static IEnumerable<string> Bodies(int seed)
    {
#pragma warning disable CA5394 // Chance that repeats itself is what is wanted here.
        var random = new Random(seed);
        for (var i = 0; i < 100; i++)
        {
            var body = new StringBuilder();
            for (var piece = random.Next(1, 40); piece > 0; piece--)
            {
                body.Append(Pieces[random.Next(Pieces.Length)]);
            }

            yield return body.ToString();
        }
#pragma warning restore CA5394
    }
}
