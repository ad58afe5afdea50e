using PartyCms.Kernel.Data;

namespace PartyCms.Kernel.Content.Permalinks;

/// <summary>Finds what stands behind an address where something stood once.</summary>
public sealed class PermalinkRedirects(CmsDbContext db)
{
    /// <summary>Where an old address leads, or null where it leads nowhere.</summary>
    /// <param name="path">The address without leading slash, decoded.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<PublicAddress?> FindAsync(string path, CancellationToken cancellationToken)
    {
        if (path.Length is 0 or > PermalinkRules.MaxLength || path.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var redirect = await db.Set<ContentRedirect>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.Path == path, cancellationToken);
        if (redirect?.ContentItemId is not { } id)
        {
            return redirect is null ? null : new PublicAddress.Moved(LocalTarget.Encode(redirect.Target!));
        }

        var summary = await db.Set<ContentSummary>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.ContentItemId == id, cancellationToken);
        if (summary is not null)
        {
            return new PublicAddress.Moved(summary.Href);
        }

        var tombstone = await db.Set<ContentTombstone>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.ContentItemId == id, cancellationToken);
        return tombstone is null ? null : new PublicAddress.Gone(tombstone);
    }
}
