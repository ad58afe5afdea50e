namespace PartyCms.Kernel.Text;

/// <summary>
/// Puts each table of a body into a box of its own that scrolls, by finger and by keyboard, so that a wide table never
/// widens the page.
/// </summary>
public static class ScrollableTables
{
    private const string Open = "<table";

    private const string Close = "</table>";

    /// <summary>Wraps the tables of HTML that came out of <see cref="HtmlSanitizer" />; its tags are whole and in lower case.</summary>
    public static string Wrap(string html) => html
        .Replace(Open, "<div class=\"table\" role=\"region\" aria-label=\"表格\" tabindex=\"0\">" + Open, StringComparison.Ordinal)
        .Replace(Close, Close + "</div>", StringComparison.Ordinal);
}
