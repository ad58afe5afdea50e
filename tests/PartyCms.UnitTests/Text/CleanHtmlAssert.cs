using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace PartyCms.UnitTests.Text;

/// <summary>Reads a sanitizer's result as a browser would and finds whatever must not be in it.</summary>
internal static class CleanHtmlAssert
{
    private static readonly FrozenDictionary<string, string[]> AllowedAttributes = new Dictionary<string, string[]>
    {
        ["p"] = ["class"], ["h2"] = ["class"], ["h3"] = ["class"], ["h4"] = ["class"], ["ul"] = [],
        ["ol"] = ["start", "type"], ["li"] = ["value"], ["blockquote"] = [], ["pre"] = [], ["hr"] = [],
        ["br"] = [], ["strong"] = [], ["em"] = [],
        ["u"] = [], ["s"] = [], ["sub"] = [], ["sup"] = [], ["code"] = [], ["a"] = ["href", "title", "rel"],
        ["img"] = ["class", "src", "alt", "width", "height"], ["figure"] = [], ["figcaption"] = ["class"], ["table"] = [],
        ["thead"] = [], ["tbody"] = [], ["tfoot"] = [], ["tr"] = [], ["td"] = ["class", "colspan", "rowspan"],
        ["th"] = ["class", "colspan", "rowspan", "scope"], ["caption"] = [],
        ["colgroup"] = ["span"], ["col"] = ["span"],
        ["audio"] = ["src", "controls", "preload"], ["source"] = ["src", "type"],
        ["video"] = ["src", "poster", "controls", "preload", "width", "height"],
    }.ToFrozenDictionary();

    private static readonly string[] Leaves = ["br", "hr", "img", "col", "source"];

    private static readonly string[] Classes = ["ta-center", "ta-right", "lead"];

    private static readonly string[] PictureClasses =
        ["w-10", "w-20", "w-30", "w-40", "w-50", "w-60", "w-70", "w-80", "w-90", "w-100"];

    /// <summary>What is wrong with a result; null when nothing is.</summary>
    public static string? Fault(string clean)
    {
        var document = new HtmlParser().ParseDocument("<!DOCTYPE html><body>" + clean);
        var body = document.Body!;
        foreach (var node in body.GetDescendants())
        {
            var fault = node switch
            {
                IElement element => Fault(element),
                IText => null,
                _ => $"a node of type {node.NodeType}",
            };
            if (fault is not null)
            {
                return fault;
            }
        }

        var written = new StringBuilder();
        Write(body, written);
        return written.ToString() == clean ? null : $"is read as {written}";
    }

    /// <summary>How deep elements stand in one another.</summary>
    public static int Depth(string clean)
    {
        var depth = 0;
        var deepest = 0;
        foreach (var tag in clean.Split('<').Skip(1))
        {
            var isLeaf = Leaves.Contains(tag.Split(' ', '>')[0]);
            depth += tag.StartsWith('/') ? -1 : isLeaf ? 0 : 1;
            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    private static string? Fault(IElement element)
    {
        if (!AllowedAttributes.TryGetValue(element.LocalName, out var allowed) || element.Prefix is not null)
        {
            return $"<{element.LocalName}>";
        }

        foreach (var attribute in element.Attributes)
        {
            var isSafe = allowed.Contains(attribute.Name) && attribute.Name switch
            {
                "href" => IsSafeLink(attribute.Value),
                "src" or "poster" => IsSafeResource(attribute.Value),
                "class" when element.LocalName == "img" => PictureClasses.Contains(attribute.Value),
                "class" => attribute.Value.Split(' ').All(Classes.Contains),
                _ => true,
            };
            if (!isSafe)
            {
                return $"{attribute.Name}=\"{attribute.Value}\"";
            }
        }

        var isExternal = element.GetAttribute("href") is { } href && (Begins(href, "https:") || Begins(href, "http:"));
        return isExternal && element.GetAttribute("rel") != "noopener noreferrer nofollow"
            ? "a link out without rel"
            : null;
    }

    private static bool IsSafeLink(string url) =>
        IsSafeResource(url) || Begins(url, "mailto:") || Begins(url, "tel:") ||
        (url.Split('/', '?', '#')[0].All(c => c is not (':' or '\\')) && !url.StartsWith('/'));

    private static bool IsSafeResource(string url) =>
        url.All(c => c is > ' ' and < '\u007F') &&
        (Begins(url, "https://") || Begins(url, "http://") ||
            (url.StartsWith('/') && !Begins(url, "//") && !Begins(url, "/\\")));

    private static bool Begins(string url, string prefix) => url.StartsWith(prefix, StringComparison.Ordinal);

    private static void Write(INode node, StringBuilder html)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is not IElement element)
            {
                html.Append(Escape(child.TextContent));
                continue;
            }

            html.Append('<').Append(element.LocalName);
            foreach (var attribute in element.Attributes)
            {
                var value = Escape(attribute.Value).Replace("\"", "&quot;", StringComparison.Ordinal);
                html.Append(' ').Append(attribute.Name).Append(attribute.Name == "controls" ? "" : $"=\"{value}\"");
            }

            html.Append('>');
            Write(element, html);
            html.Append(Leaves.Contains(element.LocalName) ? "" : $"</{element.LocalName}>");
        }
    }

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);
}
