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

    /// <summary>The draft in the box.</summary>
    public Task<WeChatResult<FoundMarked>> DraftAsync(Issue issue, CancellationToken cancellationToken) => SearchAsync(issue, async offset =>
    {
        var page = await drafts.ListAsync(offset, PageQuery.MostAtOnce, withContent: false, cancellationToken);
        return page.IsOk
            ? page.Value.Items.Select(item => new Listed(item.MediaId, item.Content.Articles, item.UpdateTime)).ToArray()
            : page.Error;
    });

    /// <summary>
    /// Asks WeChat whether an issue is published, and writes down where. Null means that it is not; that WeChat could not
    /// be asked is trouble and says nothing about the issue.
    /// </summary>
    public async Task<StepResult?> PublishedAsync(Issue issue, CancellationToken cancellationToken)
    {
        var found = await SearchAsync(issue, async offset =>
        {
            var page = await publications.ListAsync(offset, PageQuery.MostAtOnce, withContent: false, cancellationToken);
            return page.IsOk
                ? page.Value.Items.Select(item => new Listed(item.ArticleId, item.Content.Articles, item.UpdateTime)).ToArray()
                : page.Error;
        });
        if (!found.IsOk)
        {
            return new StepResult.Trouble(found.Error);
        }

        if (found.Value.Id is null)
        {
            return null;
        }

        Publication.Record(issue, found.Value.Id, found.Value.Urls);
        return new StepResult.Advanced(IssueEvent.PublishDone);
    }

    private static async Task<WeChatResult<FoundMarked>> SearchAsync(Issue issue, Func<int, Task<WeChatResult<Listed[]>>> listFrom)
    {
        for (var page = 0; page < MostPages; page++)
        {
            var listed = await listFrom(page * PageQuery.MostAtOnce);
            if (!listed.IsOk)
            {
                return listed.Error;
            }

            var items = listed.Value;
            if (Array.Find(items, item => item.IsOf(issue)) is { } found)
            {
                return new FoundMarked(found.Id, [.. found.Articles.Select(article => article.Url)]);
            }

            if (items.Length < PageQuery.MostAtOnce || Array.TrueForAll(items, item => item.IsBefore(issue)))
            {
                break;
            }
        }

        return FoundMarked.Nothing;
    }

    private sealed record Listed(string Id, IReadOnlyList<KeptArticle> Articles, long UpdateTime)
    {
        public bool IsOf(Issue issue) => Articles.Any(article => DraftMarker.IsOn(article.ContentSourceUrl, issue.Id, issue.Generation));

        public bool IsBefore(Issue issue) => DateTimeOffset.FromUnixTimeSeconds(UpdateTime) < issue.CreatedUtc - Slack;
    }
}
