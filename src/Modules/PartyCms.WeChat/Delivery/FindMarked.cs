using PartyCms.WeChat.Client;
using PartyCms.WeChat.Client.Drafts;
using PartyCms.WeChat.Client.Publishing;

namespace PartyCms.WeChat.Delivery;

/// <summary>Something of an issue's that was looked for at WeChat.</summary>
/// <param name="Id">Its id at WeChat; null where it is not there.</param>
/// <param name="Urls">Addresses of its articles, by place.</param>
internal sealed record FoundMarked(string? Id, IReadOnlyList<string?> Urls)
{
    public static FoundMarked Nothing { get; } = new(null, []);
}

/// <summary>
/// Looks for an issue's draft or publication by its mark. The lists are newest first, so it looks no further back than the
/// issue's own beginning.
/// </summary>
internal sealed class FindMarked(DraftClient drafts, FreePublishClient publications)
{
    /// <summary>Enough for any account that does not make hundreds of drafts a day; each page is a call of its own.</summary>
    private const int MostPages = 10;

    // Clocks differ.
    private static readonly TimeSpan Slack = TimeSpan.FromHours(1);

    public async Task<WeChatResult<FoundMarked>> DraftAsync(Issue issue, CancellationToken cancellationToken)
    {
        for (var page = 0; page < MostPages; page++)
        {
            var listed = await drafts.ListAsync(page * PageQuery.MostAtOnce, PageQuery.MostAtOnce, withContent: false, cancellationToken);
            if (!listed.IsOk)
            {
                return listed.Error;
            }

            var items = listed.Value.Items;
            if (items.FirstOrDefault(item => IsOf(issue, item.Content.Articles)) is { } found)
            {
                return Found(found.MediaId, found.Content.Articles);
            }

            if (items.Count < PageQuery.MostAtOnce || items.All(item => IsBefore(issue, item.UpdateTime)))
            {
                break;
            }
        }

        return FoundMarked.Nothing;
    }

    public async Task<WeChatResult<FoundMarked>> PublicationAsync(Issue issue, CancellationToken cancellationToken)
    {
        for (var page = 0; page < MostPages; page++)
        {
            var listed = await publications.ListAsync(
                page * PageQuery.MostAtOnce, PageQuery.MostAtOnce, withContent: false, cancellationToken);
            if (!listed.IsOk)
            {
                return listed.Error;
            }

            var items = listed.Value.Items;
            if (items.FirstOrDefault(item => IsOf(issue, item.Content.Articles)) is { } found)
            {
                return Found(found.ArticleId, found.Content.Articles);
            }

            if (items.Count < PageQuery.MostAtOnce || items.All(item => IsBefore(issue, item.UpdateTime)))
            {
                break;
            }
        }

        return FoundMarked.Nothing;
    }

    private static FoundMarked Found(string id, IReadOnlyList<KeptArticle> articles) => new(id, [.. articles.Select(article => article.Url)]);

    private static bool IsOf(Issue issue, IReadOnlyList<KeptArticle> articles) =>
        articles.Any(article => DraftMarker.IsOn(article.ContentSourceUrl, issue.Id, issue.Generation));

    private static bool IsBefore(Issue issue, long updateTime) =>
        DateTimeOffset.FromUnixTimeSeconds(updateTime) < issue.CreatedUtc - Slack;
}
