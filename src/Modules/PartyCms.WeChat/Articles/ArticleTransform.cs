using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PartyCms.WeChat.Articles;

/// <summary>
/// Turns the body of one of our articles into one that WeChat keeps whole: styles inline, pictures by placeholders,
/// links as notes where WeChat would kill them, and in the place of sound, film and files a word on where they are.
/// What it writes does not change when it is transformed again.
/// </summary>
internal sealed class ArticleTransform
{
    private static readonly HashSet<string> Lost = new(StringComparer.Ordinal)
    {
        "script", "style", "link", "meta", "iframe", "object", "embed", "form", "input", "button", "select", "textarea", "svg",
        "math", "canvas", "noscript", "template", "head", "title", "base", "frame", "frameset", "applet", "dialog",
    };

    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal) { "strong", "em", "u", "s", "sub", "sup", "code" };

    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "p", "h2", "h3", "h4", "ul", "ol", "li", "blockquote", "pre", "table", "thead", "tbody", "tfoot", "tr", "th", "td",
    };

    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["b"] = "strong", ["i"] = "em", ["del"] = "s", ["strike"] = "s", ["ins"] = "u", ["h1"] = "h2", ["h5"] = "h4", ["h6"] = "h4",
    };

    private readonly HtmlWriter _html = new();
    private readonly List<ArticlePicture> _pictures = [];
    private readonly List<string> _footnotes = [];
    private readonly List<ArticleLoss> _losses = [];
    private readonly Uri _page;

    private ArticleTransform(Uri page) => _page = page;

    /// <summary>Transforms a body.</summary>
    /// <param name="html">The body as our readers see it.</param>
    /// <param name="page">Absolute address of the article on our site.</param>
    public static WeChatHtml Run(string html, Uri page)
    {
        using var document = new HtmlParser().ParseDocument("<body>" + html);
        var transform = new ArticleTransform(page);
        transform.WriteRoot(document.Body!);
        transform.WriteFootnotes();
        return new WeChatHtml(transform._html.ToString(), transform._pictures, transform._footnotes, transform._losses);
    }

    // Text that stands in no paragraph gets one of its own, however many wrappers were around it.
    private void WriteRoot(IElement root)
    {
        var isLineOpen = false;
        foreach (var node in root.ChildNodes)
        {
            var isInline = IsInline(node);
            if (isInline && !isLineOpen && string.IsNullOrWhiteSpace(node.TextContent) && node is IText)
            {
                continue;
            }

            if (isInline && !isLineOpen)
            {
                _html.Open("p", ("style", ArticleStyles.Of("p", "", "")));
            }
            else if (!isInline && isLineOpen)
            {
                _html.Close("p");
            }

            isLineOpen = isInline;
            if (!isInline && node is IElement wrapper && IsWrapper(wrapper))
            {
                WriteRoot(wrapper);
            }
            else
            {
                Write(node);
            }
        }

        if (isLineOpen)
        {
            _html.Close("p");
        }
    }

    private static bool IsInline(INode node) => node switch
    {
        IText => true,
        IElement element => NameOf(element) is "a" or "br" or "img" or "span" or "font" or "small" or "mark" || Plain.Contains(NameOf(element)),
        _ => false,
    };

    private static bool IsWrapper(IElement element) =>
        element.LocalName is "div" or "section" or "article" or "main" or "header" or "footer" or "aside" or "nav" or "center"
        && !ArticleStyles.IsVariant(element.LocalName, StyleOf(element));

    private static string NameOf(IElement element) =>
        Renamed.GetValueOrDefault(element.LocalName, element.LocalName);

    private void WriteChildren(INode parent)
    {
        foreach (var child in parent.ChildNodes)
        {
            Write(child);
        }
    }

    private void Write(INode node)
    {
        if (node is IText text)
        {
            WriteText(text);
        }
        else if (node is IElement element)
        {
            WriteElement(element, NameOf(element));
        }
    }

    // White space between the parts of a list or table means nothing, and WeChat's editor would make lines of it.
    private void WriteText(IText text)
    {
        var isBetweenBlocks = text.Parent is IElement { LocalName: "ul" or "ol" or "table" or "thead" or "tbody" or "tfoot" or "tr" or "blockquote" or "figure" or "section" }
            && string.IsNullOrWhiteSpace(text.Data);
        if (!isBetweenBlocks)
        {
            _html.Text(text.Data);
        }
    }

    private void WriteElement(IElement element, string name)
    {
        if (Lost.Contains(name))
        {
            _losses.Add(new ArticleLoss(LossKind.Element, name));
            return;
        }

        switch (name)
        {
            case "a":
                WriteLink(element);
                break;
            case "img":
                WritePicture(element);
                break;
            case "audio" or "video":
                _losses.Add(new ArticleLoss(LossKind.Media, name));
                WriteRemark(element, name == "audio" ? "（音频请点“阅读原文”收听）" : "（视频请点“阅读原文”观看）");
                break;
            case "br" or "hr":
                _html.Open(name, ("style", ArticleStyles.Of(name, "", "")));
                break;
            case "figure":
                WriteAround(element, "section", ArticleStyles.Figure);
                break;
            case "figcaption":
                WriteAround(element, "p", ArticleStyles.Caption);
                break;
            case "section" when ArticleStyles.IsVariant(name, StyleOf(element)):
                WriteAround(element, name, StyleOf(element));
                break;
            case "table":
                WriteTable(element);
                break;
            case var _ when Plain.Contains(name) || Blocks.Contains(name):
                WriteKept(element, name);
                break;
            default:
                WriteChildren(element);
                break;
        }
    }

    private static string StyleOf(IElement element) => element.GetAttribute("style") ?? "";

    private void WriteAround(IElement element, string name, string style)
    {
        _html.Open(name, ("style", style));
        WriteChildren(element);
        _html.Close(name);
    }

    private void WriteRemark(IElement place, string text)
    {
        if (place.ParentElement?.LocalName is "body" or "section" or "figure" or "blockquote" or "div")
        {
            WriteParagraph(ArticleStyles.Remark, text);
        }
        else
        {
            _html.Text(text);
        }
    }

    private void WriteParagraph(string style, string text) => _html.Open("p", ("style", style)).Text(text).Close("p");

    private void WriteKept(IElement element, string name)
    {
        _html.Open(
            name,
            ("start", name == "ol" ? NumberOf(element, "start") : null),
            ("value", name == "li" ? NumberOf(element, "value") : null),
            ("colspan", name is "th" or "td" ? NumberOf(element, "colspan") : null),
            ("rowspan", name is "th" or "td" ? NumberOf(element, "rowspan") : null),
            ("style", ArticleStyles.Of(name, element.ClassName ?? "", StyleOf(element))));
        if (name == "pre" && element.TextContent.StartsWith('\n'))
        {
            // The first line break behind the tag is dropped by whoever reads it.
            _html.Text("\n");
        }

        WriteChildren(element);
        _html.Close(name);
    }

    private static string? NumberOf(IElement element, string attribute) =>
        int.TryParse(element.GetAttribute(attribute), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number.ToString(CultureInfo.InvariantCulture)
            : null;

    private void WriteTable(IElement table)
    {
        var isInScroller = table.ParentElement is { LocalName: "section" } parent && StyleOf(parent) == ArticleStyles.Scroller;
        if (isInScroller)
        {
            WriteKept(table, "table");
            return;
        }

        _html.Open("section", ("style", ArticleStyles.Scroller));
        WriteKept(table, "table");
        _html.Close("section");
    }

    private void WritePicture(IElement picture)
    {
        var source = picture.GetAttribute("src") ?? "";
        var alt = (picture.GetAttribute("alt") ?? "").Trim();
        if (PictureAddress.IsPlaceholder(source) || PictureAddress.IsAtWeChat(source))
        {
            WritePicture(source, alt);
        }
        else if (PictureAddress.OnSite(source, _page) is { } address)
        {
            WritePicture(Number(address, alt).Placeholder, alt);
        }
        else
        {
            _losses.Add(new ArticleLoss(LossKind.ForeignPicture, source.Length > 100 ? source[..100] + "…" : source));
        }
    }

    private void WritePicture(string source, string alt) =>
        _html.Open("img", ("src", source), ("alt", alt), ("style", ArticleStyles.Of("img", "", "")));

    private ArticlePicture Number(string address, string alt)
    {
        if (_pictures.Find(known => known.Address == address) is { } known)
        {
            return known;
        }

        var picture = new ArticlePicture(_pictures.Count + 1, address, alt);
        _pictures.Add(picture);
        return picture;
    }

    private void WriteLink(IElement link)
    {
        var text = link.TextContent.Trim();
        switch (LinkRule.For(link.GetAttribute("href"), _page))
        {
            case LinkRule.Stays(var href):
                _html.Open("a", ("href", href), ("style", ArticleStyles.Of("a", "", "")));
                WriteChildren(link);
                _html.Close("a");
                break;
            case LinkRule.Note(var href):
                WriteChildren(link);
                _html.Open("sup").Text(string.Create(CultureInfo.InvariantCulture, $"[{Footnote(href)}]")).Close("sup");
                break;
            case LinkRule.File:
                _losses.Add(new ArticleLoss(LossKind.Attachment, text));
                WriteChildren(link);
                _html.Text("（附件，请点“阅读原文”下载）");
                break;
            case LinkRule.Spelled(var address):
                WriteChildren(link);
                if (!text.Contains(address, StringComparison.OrdinalIgnoreCase))
                {
                    _html.Text($"（{address}）");
                }

                break;
            case LinkRule.TextOnly:
                WriteChildren(link);
                break;
        }
    }

    private int Footnote(string href)
    {
        if (!_footnotes.Contains(href))
        {
            _footnotes.Add(href);
        }

        return _footnotes.IndexOf(href) + 1;
    }

    private void WriteFootnotes()
    {
        if (_footnotes.Count == 0)
        {
            return;
        }

        WriteParagraph(ArticleStyles.FootnoteTitle, "参考链接");
        for (var i = 0; i < _footnotes.Count; i++)
        {
            WriteParagraph(ArticleStyles.Footnote, string.Create(CultureInfo.InvariantCulture, $"[{i + 1}] {Uri.UnescapeDataString(_footnotes[i])}"));
        }
    }
}
