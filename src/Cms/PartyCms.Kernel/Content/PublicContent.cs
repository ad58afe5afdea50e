using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Caching.Memory;
using PartyCms.Kernel.Content.Permalinks;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Text;

namespace PartyCms.Kernel.Content;

/// <summary>What stands at a public address.</summary>
public abstract record PublicAddress
{
    private PublicAddress()
    {
    }

    /// <summary>A published item.</summary>
    public sealed record Found(ContentSummary Summary, ContentItem Item, IHtmlContent Body) : PublicAddress;

    /// <summary>The item stands at another address, encoded.</summary>
    public sealed record Moved(string Href) : PublicAddress;

    /// <summary>It was withdrawn.</summary>
    public sealed record Gone(ContentTombstone Tombstone) : PublicAddress;

    /// <summary>There is nothing.</summary>
    public sealed record Unknown : PublicAddress;
}

/// <summary>Reads what everybody may read. It touches published rows only, so no draft can leak through it.</summary>
public sealed class PublicContent(
    CmsDbContext db, PermalinkRedirects redirects, IMemoryCache memory, TimeProvider clock)
{
    private const int MostPinned = 3;

    private static readonly TimeSpan BodyRemembered = TimeSpan.FromMinutes(20);

    /// <summary>Looks up a whole permalink, of a type whose pages stand at addresses of their own.</summary>
    /// <param name="path">The address without leading slash, decoded.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<PublicAddress> FindAsync(string path, CancellationToken cancellationToken) =>
        FindAsync(path, path, "", cancellationToken);

    /// <summary>Looks up a permalink, or an item's id in its place.</summary>
    /// <param name="prefix">Path prefix of the content type, such as <c>news</c>.</param>
    /// <param name="slug">What follows it, decoded.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public Task<PublicAddress> FindAsync(string prefix, string slug, CancellationToken cancellationToken) =>
        FindAsync($"{prefix}/{slug}", slug, prefix + "/", cancellationToken);

    private async Task<PublicAddress> FindAsync(string path, string slug, string prefix, CancellationToken cancellationToken)
    {
        var found = await (
            from summary in db.Set<ContentSummary>().AsNoTracking()
            join item in db.Set<ContentItem>().AsNoTracking() on summary.ContentItemVersionId equals item.ContentItemVersionId
            where summary.Path == path
            select new { summary, item }).SingleOrDefaultAsync(cancellationToken);
        if (found is not null)
        {
            return new PublicAddress.Found(found.summary, found.item, Body(found.item));
        }

        if (ContentIds.IsWellFormed(slug))
        {
            var moved = await db.Set<ContentSummary>().AsNoTracking()
                .SingleOrDefaultAsync(summary => summary.ContentItemId == slug, cancellationToken);
            if (moved is not null && moved.Path.StartsWith(prefix, StringComparison.Ordinal))
            {
                return new PublicAddress.Moved(moved.Href);
            }
        }

        if (await redirects.FindAsync(path, cancellationToken) is { } elsewhere)
        {
            return elsewhere;
        }

        var tombstone = await db.Set<ContentTombstone>().AsNoTracking()
            .OrderByDescending(row => row.WithdrawnUtc)
            .FirstOrDefaultAsync(row => row.Path == path || row.ContentItemId == slug, cancellationToken);
        return tombstone is null ? new PublicAddress.Unknown() : new PublicAddress.Gone(tombstone);
    }

    /// <summary>One page of a list: pinned ones at its head, then newest first. No item stands in it twice.</summary>
    public async Task<SummaryPage> ListAsync(SummaryFilter filter, CancellationToken cancellationToken)
    {
        var isFirst = !SummaryCursor.TryParse(filter.After, out _);
        var take = Math.Clamp(filter.Take, 1, 100);
        var head = await HeadAsync(filter, cancellationToken);
        var pinned = head.ConvertAll(row => row.ContentItemId);
        var rows = head.Count == 0 ? Matching(filter) : Matching(filter).Where(row => !pinned.Contains(row.ContentItemId));
        take = isFirst ? Math.Max(take - head.Count, 1) : take;

        if (SummaryCursor.TryParse(filter.After, out var after))
        {
#pragma warning disable CA1309 // The database compares; it knows no StringComparison.
            rows = rows.Where(row => row.PublishedUtc <= after.PublishedUtc
                && (row.PublishedUtc < after.PublishedUtc || string.Compare(row.ContentItemId, after.ContentItemId) < 0));
#pragma warning restore CA1309
        }

        var page = await rows.OrderByDescending(row => row.PublishedUtc).ThenByDescending(row => row.ContentItemId)
            .Take(take + 1).ToListAsync(cancellationToken);
        var next = page.Count > take ? SummaryCursor.After(page[take - 1]) : null;
        return new SummaryPage([.. isFirst ? head : [], .. page.Take(take)], next);
    }

    /// <summary>How many items a list holds on all its pages.</summary>
    public Task<int> CountAsync(SummaryFilter filter, CancellationToken cancellationToken) =>
        Matching(filter).CountAsync(cancellationToken);

    // Few enough that they never hide what is new. They end with a day, as every cached page does. An index holds the
    // pinned rows alone; ordered here, they never tempt the database to walk another index and sort.
    private async Task<List<ContentSummary>> HeadAsync(SummaryFilter filter, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var pinned = await Matching(filter).Where(row => row.IsPinned && (row.PinnedUntilUtc == null || row.PinnedUntilUtc > now))
            .ToListAsync(cancellationToken);
        return
        [
            .. pinned.OrderBy(row => row.PinnedOrder).ThenByDescending(row => row.PublishedUtc)
                .ThenByDescending(row => row.ContentItemId, StringComparer.Ordinal).Take(MostPinned),
        ];
    }

    /// <summary>
    /// The body, sanitised once more on its way out: a rule that was tightened since it was stored counts at once.
    /// The result is remembered by version, for a version never changes.
    /// </summary>
    public IHtmlContent Body(ContentItem item) => memory.GetOrCreate(
        ("body", item.ContentItemVersionId, item.Revision),
        entry =>
        {
            var html = ScrollableTables.Wrap(HtmlSanitizer.Clean(item.Parts.Text(ContentParts.Body) ?? ""));
            entry.SlidingExpiration = BodyRemembered;
            return new HtmlString(html);
        })!;

    private IQueryable<ContentSummary> Matching(SummaryFilter filter)
    {
        var rows = db.Set<ContentSummary>().AsNoTracking().Where(row => row.ContentType == filter.ContentType);
        if (filter.OrgUnitId is { } unit)
        {
            rows = rows.Where(row => row.OrgUnitId == unit);
        }

        if (filter.Facet is { } facet)
        {
            rows = rows.Where(row => row.Facet == facet);
        }

        return filter.Where is { } condition ? rows.Where(condition) : rows;
    }
}
