namespace PartyCms.Kernel.Text;

/// <summary>Interim.</summary>
public static class HtmlText
{
    /// <summary>Interim.</summary>
    public static string Summarize(string html, int maxChars = 120) => html.Length > maxChars ? html[..maxChars] : html;
}
