using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.WeChat.Delivery;

/// <summary>What of the issues the caller may see. One of a foreign subtree is not there.</summary>
internal sealed class IssueDesk(CmsDbContext db, Caller caller)
{
    public const int PageSize = 20;

    /// <summary>Issues, newest first, that began before an instant.</summary>
    public async Task<IReadOnlyList<IssueCard>> ListAsync(DateTimeOffset? before, CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        var issues = caller.ScopeOf(DeliveryPermissions.See).Filter(db.Set<Issue>().AsNoTracking(), db, issue => issue.OrgUnitId);
        if (before is { } instant)
        {
            issues = issues.Where(issue => issue.CreatedUtc < instant);
        }

        var page = await issues.Include(issue => issue.Articles).OrderByDescending(issue => issue.CreatedUtc)
            .Take(PageSize + 1).ToListAsync(cancellationToken);
        return await CardsAsync(page, cancellationToken);
    }

    /// <summary>One issue; null where there is none for the caller.</summary>
    public async Task<IssueCard?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var issue = await db.Set<Issue>().AsNoTracking().Include(row => row.Articles)
            .SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        return issue is not null && await caller.CanAsync(DeliveryPermissions.See, issue.OrgUnitId, cancellationToken)
            ? (await CardsAsync([issue], cancellationToken))[0]
            : null;
    }

    /// <summary>Issues that are still being put together and have room, of those the caller may add to.</summary>
    public async Task<IReadOnlyList<OpenIssue>> OpenAsync(CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        return await caller.ScopeOf(DeliveryPermissions.Deliver).Filter(db.Set<Issue>().AsNoTracking(), db, issue => issue.OrgUnitId)
            .Where(issue => issue.Stage == IssueStage.Prepared && issue.Articles.Count < Articles.ArticleLimits.Articles)
            .OrderByDescending(issue => issue.CreatedUtc).Take(PageSize)
            .Select(issue => new OpenIssue(
                issue.Id, issue.Articles.OrderBy(article => article.Place).Select(article => article.Title).First(), issue.Articles.Count))
            .ToListAsync(cancellationToken);
    }

    /// <summary>What happened to an issue, latest first.</summary>
    public async Task<IReadOnlyList<IssueEntry>> StoryAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<IssueEntry>().AsNoTracking().Where(entry => entry.IssueId == id)
            .OrderByDescending(entry => entry.Id).Take(100).ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<IssueCard>> CardsAsync(IReadOnlyList<Issue> issues, CancellationToken cancellationToken)
    {
        var ids = issues.SelectMany(issue => issue.Articles).Select(article => article.ContentItemId).Distinct().ToList();
        var live = await db.Set<ContentSummary>().AsNoTracking().Where(summary => ids.Contains(summary.ContentItemId))
            .ToDictionaryAsync(summary => summary.ContentItemId, cancellationToken);
        return [.. issues.Select(issue => new IssueCard(issue, live))];
    }
}

/// <summary>An issue that has room for another article.</summary>
/// <param name="Id">The issue.</param>
/// <param name="Title">Of its first article.</param>
/// <param name="Count">How many articles it has.</param>
internal sealed record OpenIssue(Guid Id, string Title, int Count);

/// <summary>An issue with what readers of our site see of its articles now.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="OnSite">The articles that are public on our site, by content item.</param>
internal sealed record IssueCard(Issue Issue, IReadOnlyDictionary<string, ContentSummary> OnSite)
{
    public IEnumerable<IssueArticle> Articles => Issue.Articles.OrderBy(article => article.Place);

    public string Title => Articles.FirstOrDefault()?.Title ?? "（空）";

    /// <summary>Whether one of its articles was published anew on our site since it went to WeChat.</summary>
    public bool IsOutdated => Issue.MediaId is not null && Articles.Any(IsChanged);

    public bool IsChanged(IssueArticle article) =>
        OnSite.TryGetValue(article.ContentItemId, out var summary) && summary.ContentItemVersionId != article.ContentItemVersionId;

    /// <summary>The three truths; on our site it stands when all of its articles do.</summary>
    public IReadOnlyList<DeliveryTruth> Truths() => DeliveryTruths.Of(new TruthFacts(Issue.Stage)
    {
        FailedAt = Issue.FailedAt,
        OnSiteUtc = Issue.Articles.Count > 0 && Issue.Articles.TrueForAll(article => OnSite.ContainsKey(article.ContentItemId))
            ? OnSite[Articles.First().ContentItemId].PublishedUtc
            : null,
        DraftedUtc = Issue.DraftedUtc,
        PublishedUtc = Issue.PublishedUtc,
        SentUtc = Issue.SentUtc,
        EndedUtc = Issue.EndedUtc,
        IsMissing = Issue.MissingUtc is not null,
    });
}
