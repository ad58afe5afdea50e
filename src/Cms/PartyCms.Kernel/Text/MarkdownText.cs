using Markdig;

namespace PartyCms.Kernel.Text;

/// <summary>Turns Markdown into the same clean HTML that every other body is.</summary>
public static class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseListExtras().UseEmphasisExtras().Build();

    /// <summary>Sanitised HTML. Markup within the Markdown is held to the same rules as a body.</summary>
    public static string ToHtml(string? markdown) =>
        string.IsNullOrWhiteSpace(markdown) ? "" : HtmlSanitizer.Clean(Markdown.ToHtml(markdown, Pipeline));
}
