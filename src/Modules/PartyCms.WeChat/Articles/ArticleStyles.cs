namespace PartyCms.WeChat.Articles;

/// <summary>
/// The look of an article inside WeChat, which keeps no style sheet and no class: each element carries its own. Sizes of
/// running text are left to the reader, who sets them in WeChat's own font menu.
/// </summary>
internal static class ArticleStyles
{
    public const string Lead = "margin:0 0 1em;line-height:1.8;color:#595959;";

    public const string Caption = "margin:0 0 1em;text-align:center;font-size:0.85em;line-height:1.6;color:#737373;";

    public const string Scroller = "margin:0 0 1em;overflow-x:auto;";

    public const string Figure = "margin:0 0 1em;text-align:center;";

    public const string Remark = "margin:0 0 1em;line-height:1.8;color:#737373;";

    public const string FootnoteTitle =
        "margin:2em 0 0.5em;padding-top:1em;border-top:1px solid #d9d9d9;font-size:0.9em;font-weight:bold;";

    public const string Footnote = "margin:0 0 0.3em;font-size:0.85em;line-height:1.6;color:#737373;word-break:break-all;";

    private const string Centered = "text-align:center;";

    private const string AtTheEnd = "text-align:right;";

    private static readonly Dictionary<string, string> ByElement = new(StringComparer.Ordinal)
    {
        ["p"] = "margin:0 0 1em;line-height:1.8;",
        ["h2"] = "margin:1.6em 0 0.8em;padding-left:0.5em;border-left:4px solid #c7000b;font-size:1.2em;line-height:1.5;font-weight:bold;",
        ["h3"] = "margin:1.4em 0 0.7em;font-size:1.1em;line-height:1.5;font-weight:bold;color:#a50009;",
        ["h4"] = "margin:1.2em 0 0.6em;font-size:1em;line-height:1.5;font-weight:bold;",
        ["ul"] = "margin:0 0 1em;padding-left:1.5em;list-style-type:disc;",
        ["ol"] = "margin:0 0 1em;padding-left:1.8em;list-style-type:decimal;",
        ["li"] = "margin:0 0 0.4em;line-height:1.8;",
        ["blockquote"] = "margin:0 0 1em;padding:0.8em 1em;border-left:4px solid #d9d9d9;background-color:#f7f7f7;color:#595959;",
        ["pre"] = "margin:0 0 1em;padding:0.8em;background-color:#f7f7f7;font-size:0.85em;line-height:1.6;white-space:pre-wrap;word-break:break-all;",
        ["code"] = "font-family:monospace;background-color:#f7f7f7;",
        ["hr"] = "margin:1.5em 0;border:0;border-top:1px solid #d9d9d9;",
        ["img"] = "max-width:100%;height:auto;vertical-align:middle;",
        ["table"] = "width:100%;border-collapse:collapse;font-size:0.9em;line-height:1.6;",
        ["th"] = "padding:0.4em 0.6em;border:1px solid #d9d9d9;text-align:left;background-color:#f7f7f7;font-weight:bold;",
        ["td"] = "padding:0.4em 0.6em;border:1px solid #d9d9d9;text-align:left;",
        ["a"] = "color:#576b95;text-decoration:none;",
    };

    private static readonly Dictionary<string, string[]> Variants = new(StringComparer.Ordinal)
    {
        ["p"] = [Lead, Caption, Remark, FootnoteTitle, Footnote],
        ["section"] = [Scroller, Figure],
    };

    /// <summary>
    /// The style an element is written with; empty for one that needs none. A style that was written by us before stands.
    /// </summary>
    /// <param name="name">Name of the element, in lower case.</param>
    /// <param name="className">Classes of our own sanitizer.</param>
    /// <param name="written">What stands in its style attribute.</param>
    public static string Of(string name, string className, string written)
    {
        if (IsVariant(name, written))
        {
            return written;
        }

        var style = ByElement.GetValueOrDefault(name, "");
        if (name == "p" && className.Contains("lead", StringComparison.Ordinal))
        {
            style = Lead;
        }

        return className.Contains("ta-center", StringComparison.Ordinal) || written == style + Centered ? style + Centered
            : className.Contains("ta-right", StringComparison.Ordinal) || written == style + AtTheEnd ? style + AtTheEnd
            : style;
    }

    /// <summary>Whether a style is one of ours that the element's name alone does not bring.</summary>
    public static bool IsVariant(string name, string written) =>
        Variants.TryGetValue(name, out var known)
        && known.Any(style => written == style || written == style + Centered || written == style + AtTheEnd);
}
