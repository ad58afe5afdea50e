using PartyCms.Kernel.Text;
using PartyCms.Search.Contracts;
using PartyCms.WeChat.Callback;

namespace PartyCms.WeChat.Conversation.Answers;

/// <summary>Answers what is no word of anybody's with what the site holds on it.</summary>
internal sealed class SearchAnswer(SiteSearch search, SiteLink links)
{
    private const int MostItems = 8;

    /// <summary>Null where nothing was found.</summary>
    public async Task<Reply?> FindAsync(string text, CancellationToken cancellationToken)
    {
        var found = await search.FindAsync(text, MostItems, cancellationToken);
        if (found.Items.Count == 0)
        {
            return null;
        }

        var items = found.Items.Select(item => item.ToNews(links)).ToList();
        if (found is { IsExact: true, Total: 1 })
        {
            return new NewsReply(items);
        }

        var all = LinkText.Link("看全部结果", links.To(PublicPath.WithQuery("/search", "q", found.Query)));
        return new ListReply(
            found.IsExact ? "找到这些：" : "没有完全符合的，您看看这些：",
            items,
            found.Total > found.Items.Count ? all : "");
    }
}
