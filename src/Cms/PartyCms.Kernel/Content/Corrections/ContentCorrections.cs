using PartyCms.Kernel.Data;

namespace PartyCms.Kernel.Content.Corrections;

/// <summary>One end of a correction, as the other page links to it.</summary>
/// <param name="ContentItemId">Id of the item.</param>
/// <param name="Title">Its title.</param>
/// <param name="Path">Its permalink.</param>
/// <param name="PublishedUtc">Its first publication.</param>
/// <param name="IsWithdrawn">Whether its address says only that it was withdrawn.</param>
public sealed record CorrectionLink(string ContentItemId, string Title, string Path, DateTimeOffset PublishedUtc, bool IsWithdrawn)
{
    /// <summary>Address for links.</summary>
    public string Href => "/" + string.Join('/', Path.Split('/').Select(Uri.EscapeDataString));
}

/// <summary>Reads what corrects a public item and what it corrects.</summary>
public sealed class ContentCorrections(CmsDbContext db)
{
    private const int Most = 10;

    /// <summary>The published notices that correct an item, newest first.</summary>
    public async Task<IReadOnlyList<CorrectionLink>> NoticesOfAsync(string contentItemId, CancellationToken cancellationToken) =>
        await (
            from row in db.Set<ContentCorrection>().AsNoTracking()
            join summary in db.Set<ContentSummary>().AsNoTracking() on row.NoticeId equals summary.ContentItemId
            where row.CorrectedId == contentItemId
            orderby summary.PublishedUtc descending, summary.ContentItemId
            select new CorrectionLink(summary.ContentItemId, summary.Title, summary.Path, summary.PublishedUtc, false))
            .Take(Most).ToListAsync(cancellationToken);

    /// <summary>What a notice corrects, or null where it is no notice or the corrected item is gone without a trace.</summary>
    public async Task<CorrectionLink?> CorrectedByAsync(ContentItem notice, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        if (notice.Parts.Text(ContentCorrection.Path) is not { Length: > 0 } id)
        {
            return null;
        }

        return await db.Set<ContentSummary>().AsNoTracking().Where(summary => summary.ContentItemId == id)
                .Select(summary => new CorrectionLink(id, summary.Title, summary.Path, summary.PublishedUtc, false))
                .SingleOrDefaultAsync(cancellationToken)
            ?? await db.Set<ContentTombstone>().AsNoTracking().Where(tombstone => tombstone.ContentItemId == id)
                .Select(tombstone => new CorrectionLink(id, tombstone.Title, tombstone.Path, tombstone.PublishedUtc, true))
                .SingleOrDefaultAsync(cancellationToken);
    }
}
