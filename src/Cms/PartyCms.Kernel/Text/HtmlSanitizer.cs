namespace PartyCms.Kernel.Text;

/// <summary>Interim.</summary>
public static class HtmlSanitizer
{
    /// <summary>Interim.</summary>
    public static string Clean(string html) => html;
}
