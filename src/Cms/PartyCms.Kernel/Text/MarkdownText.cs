using Markdig;

namespace PartyCms.Kernel.Text;

/// <summary>Turns Markdown into the same clean HTML that every other body is.</summary>
public static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseListExtras().UseEmphasisExtras().Build();

    /// <summary>
    /// Sanitised HTML. Markup within the Markdown is held to the same rules as a body. Never throws: what is nested
    /// deeper than anybody writes is shown as the plain text it is.
    /// </summary>
    public static string ToHtml(string? markdown)
    {
        if (string.IsNullOrWhiteSpace(markdown))
        {
            return "";
        }

        try
        {
            return HtmlSanitizer.Clean(Markdown.ToHtml(markdown, Pipeline));
        }
        catch (ArgumentException)
        {
            // The parser's own guard against nesting that would exhaust the stack; it has no other way to refuse a text.
            return HtmlSanitizer.FromPlainText(markdown);
        }
    }
}
