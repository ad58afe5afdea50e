using System.Collections.Frozen;
using AngleSharp.Html.Parser;

namespace PartyCms.Kernel.Text.Sanitizing;

/// <summary>What the sanitizer does with an element that it meets in a source.</summary>
internal enum SourceKind
{
    Unwrapped,
    Dropped,
    Format,
    Span,
    Link,
    Break,
    Image,
    Media,
    MediaSource,
    Rule,
    Section,
    Paragraph,
    Heading,
    Preformatted,
    Quote,
    List,
    ListItem,
    Figure,
    FigureCaption,
    Table,
    TableCaption,
    TableSection,
    TableRow,
    TableCell,
    ColumnGroup,
    Column,
}

/// <summary>The rule for an element name: its kind, the element written for it and how its content is read.</summary>
internal sealed record SourceElement(
    SourceKind Kind,
    string OutputName = "",
    InlineFormats Formats = InlineFormats.None,
    HtmlParseMode ContentMode = HtmlParseMode.PCData)
{
    private static readonly SourceElement Unknown = new(SourceKind.Unwrapped);

    private static readonly FrozenDictionary<string, SourceElement> Known = Table().ToFrozenDictionary();

    /// <summary>Rule for a lower-case element name; an unknown element loses its tags and keeps its content.</summary>
    public static SourceElement Of(string name) => Known.GetValueOrDefault(name, Unknown);

    private static Dictionary<string, SourceElement> Table()
    {
        var table = new Dictionary<string, SourceElement>(StringComparer.Ordinal);

        Add(new(SourceKind.Dropped), "template", "object", "applet", "svg", "math", "select", "button", "datalist",
            "canvas", "map", "frameset", "xml", "progress", "meter");
        Add(new(SourceKind.Dropped, ContentMode: HtmlParseMode.Script), "script");
        Add(new(SourceKind.Dropped, ContentMode: HtmlParseMode.Rawtext),
            "style", "iframe", "noembed", "noframes", "noscript");
        Add(new(SourceKind.Dropped, ContentMode: HtmlParseMode.RCData), "textarea", "title");

        Add(new(SourceKind.Format, Formats: InlineFormats.Strong), "strong", "b");
        Add(new(SourceKind.Format, Formats: InlineFormats.Emphasis), "em", "i");
        Add(new(SourceKind.Format, Formats: InlineFormats.Underline), "u", "ins");
        Add(new(SourceKind.Format, Formats: InlineFormats.Strikethrough), "s", "del", "strike");
        Add(new(SourceKind.Format, Formats: InlineFormats.Subscript), "sub");
        Add(new(SourceKind.Format, Formats: InlineFormats.Superscript), "sup");
        Add(new(SourceKind.Format, Formats: InlineFormats.Code), "code");
        Add(new(SourceKind.Span), "span", "font");
        Add(new(SourceKind.Link), "a");
        Add(new(SourceKind.Break), "br");
        Add(new(SourceKind.Image, "img"), "img", "image");
        AddSame(SourceKind.Media, "audio", "video");
        AddSame(SourceKind.MediaSource, "source");

        AddSame(SourceKind.Rule, "hr");
        Add(new(SourceKind.Section), "div", "section", "article", "aside", "header", "footer", "main", "nav", "center",
            "address", "form", "fieldset", "legend", "details", "summary", "dl", "dt", "dd", "hgroup", "search",
            "marquee");
        AddSame(SourceKind.Paragraph, "p");
        Add(new(SourceKind.Heading, "h2"), "h1", "h2");
        Add(new(SourceKind.Heading, "h3"), "h3");
        Add(new(SourceKind.Heading, "h4"), "h4", "h5", "h6");
        Add(new(SourceKind.Preformatted, "pre"), "pre", "listing", "xmp");
        AddSame(SourceKind.Quote, "blockquote");
        Add(new(SourceKind.List, "ul"), "ul", "menu", "dir");
        AddSame(SourceKind.List, "ol");
        AddSame(SourceKind.ListItem, "li");
        AddSame(SourceKind.Figure, "figure");
        AddSame(SourceKind.FigureCaption, "figcaption");

        AddSame(SourceKind.Table, "table");
        AddSame(SourceKind.TableCaption, "caption");
        AddSame(SourceKind.TableSection, "thead", "tbody", "tfoot");
        AddSame(SourceKind.TableRow, "tr");
        AddSame(SourceKind.TableCell, "td", "th");
        AddSame(SourceKind.ColumnGroup, "colgroup");
        AddSame(SourceKind.Column, "col");
        return table;

        void Add(SourceElement element, params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                table.Add(name, element);
            }
        }

        void AddSame(SourceKind kind, params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                table.Add(name, new SourceElement(kind, name));
            }
        }
    }
}
