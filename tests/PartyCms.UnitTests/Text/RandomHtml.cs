using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace PartyCms.UnitTests.Text;

/// <summary>
/// Pages as no person writes them: elements of every kind in one another, attributes in every way of quoting, ends that
/// are missing, crossed or too many. The same seed makes the same pages.
/// </summary>
[SuppressMessage("Security", "CA5394", Justification = "Test data must be the same in every run.")]
internal sealed class RandomHtml(int seed)
{
    private static readonly string[] Names =
    [
        "p", "div", "section", "span", "font", "b", "strong", "i", "u", "s", "sub", "sup", "code", "a", "h1", "h2", "h4", "ul",
        "ol", "li", "dl", "dd", "blockquote", "pre", "figure", "figcaption", "table", "caption", "colgroup", "col", "thead",
        "tbody", "tfoot", "tr", "td", "th", "br", "hr", "img", "audio", "video", "source", "track", "svg", "math", "mtext",
        "mglyph", "foreignObject", "desc", "annotation-xml", "title", "style", "script", "noscript", "noembed", "noframes",
        "iframe", "template", "textarea", "select", "option", "button", "form", "input", "object", "embed", "base", "meta",
        "link", "body", "html", "frameset", "xmp", "listing", "plaintext-x", "nobr", "ruby", "rt", "marquee", "details",
        "dialog", "o:p", "mp-style-type", "mpvoice", "v:shape", "w:sdt", "center", "image", "map", "area", "portal", "xml",
    ];

    private static readonly string[] AttributeNames =
    [
        "href", "src", "data-src", "style", "class", "id", "name", "alt", "title", "width", "height", "align", "colspan",
        "rowspan", "start", "type", "value", "onclick", "onerror", "onload", "srcset", "xlink:href", "formaction", "hidden",
        "poster", "rel", "target", "cite", "span", "scope", "=", "\"", "'", "/", "<", "x\u0000y", "ＳＲＣ",
    ];

    private static readonly string[] Values =
    [
        "/a.png", "//evil.example/x", "https://a.gov.cn/专栏?a=1&b=2", "javascript:alert(1)", "java\nscript:alert(1)",
        "data:text/html,x", "mailto:a@b.cn", "#x", "x", "", "0", "3", "-5", "99999999999", "50%", "w-50 lead ta-right",
        "text-align:center;font-weight:bold", "width:33%;height:9px", "width:240.4px", "display:none", "mso-list:Ignore",
        "font-style:italic;text-decoration:underline line-through", "center", "a", "\"><img src=x onerror=alert(1)>",
        "'><script>alert(1)</script>", "&quot;&lt;&gt;&amp;", "\u0000\uD800\u202E", "题　目", "url(javascript:alert(1))",
    ];

    private static readonly string[] Texts =
    [
        "支部党员大会", "每季度召开一次。", "a b", " ", "\n  ", "　　", "&nbsp;", "&lt;b&gt;", "&amp;", "&", "<", ">", "\"", "&#0;",
        "&#x110000;", "\u0000", "\uD83D\uDE00", "\uD83D", "\uDE00", "\u200B", "\u202E", "\u2028", "1.", "(一)", "]]>", "--",
        "alert(1)", "👨\u200D👩\u200D👧", "<!-- x -->", "<!--", "-->", "<![CDATA[", "<?xml ?>", "<![if !vml]>", "</",
    ];

    private readonly Random _random = new(seed);

    /// <summary>The next page, of at most some thousands of characters.</summary>
    public string Next()
    {
        var page = new StringBuilder();
        for (var parts = _random.Next(1, 6); parts > 0; parts--)
        {
            Write(page, depth: 0);
        }

        return page.ToString();
    }

    private void Write(StringBuilder page, int depth)
    {
        if (depth > 7 || _random.Next(4) == 0)
        {
            page.Append(Pick(Texts));
            return;
        }

        var name = Pick(Names);
        page.Append('<').Append(_random.Next(12) == 0 ? name.ToUpperInvariant() : name);
        for (var attributes = _random.Next(4); attributes > 0; attributes--)
        {
            WriteAttribute(page);
        }

        page.Append(_random.Next(15) == 0 ? "/>" : _random.Next(40) == 0 ? "" : ">");
        for (var children = _random.Next(4); children > 0; children--)
        {
            Write(page, depth + 1);
        }

        page.Append(_random.Next(6) switch
        {
            0 => "",
            1 => $"</{Pick(Names)}>",
            _ => $"</{name}>",
        });
    }

    private void WriteAttribute(StringBuilder page)
    {
        page.Append(_random.Next(10) == 0 ? "/" : " ").Append(Pick(AttributeNames));
        var value = Pick(Values);
        page.Append(_random.Next(5) switch
        {
            0 => $"='{value}'",
            1 => $"={value}",
            2 => "",
            _ => $"=\"{value}\"",
        });
    }

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}
