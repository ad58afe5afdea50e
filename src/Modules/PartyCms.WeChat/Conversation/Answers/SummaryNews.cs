using PartyCms.Kernel.Content;
using PartyCms.WeChat.Callback;

namespace PartyCms.WeChat.Conversation.Answers;

/// <summary>Published items as WeChat shows them in a list.</summary>
internal static class SummaryNews
{
    public static NewsItem ToNews(this ContentSummary summary, SiteLink links) => new(
        summary.Title,
        summary.Summary,
        summary.CoverPath is { Length: > 0 } cover ? links.Complete(cover) : "",
        links.To(summary.Href));
}
