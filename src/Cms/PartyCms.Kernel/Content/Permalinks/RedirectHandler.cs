using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.Kernel.Content.Permalinks;

/// <summary>
/// Keeps old addresses alive: with every publication the address readers knew leads on to the new one. What is published
/// at an address wins over what stood there before. It must be the last handler, for others may still set the address.
/// </summary>
public sealed class RedirectHandler(CmsDbContext db, Caller caller, TimeProvider clock) : ContentHandler
{
    private readonly Dictionary<string, List<string?>> _before = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public override async ValueTask ValidateAsync(
        ContentItem item, bool isPublication, ICollection<ContentProblem> problems, CancellationToken cancellationToken)
    {
        // By the time it is shown, the version readers saw has stepped down and the tombstone of one that comes back is gone.
        if (isPublication)
        {
            var id = item.ContentItemId;
            _before[id] = await db.Set<ContentItem>().Where(row => row.ContentItemId == id && row.Published).Select(row => row.Path)
                .Concat(db.Set<ContentTombstone>().Where(row => row.ContentItemId == id).Select(row => (string?)row.Path))
                .ToListAsync(cancellationToken);
        }
    }

    /// <inheritdoc />
    public override async ValueTask PublishedAsync(ContentItem item, ContentSummary? summary, CancellationToken cancellationToken)
    {
        if (summary is null)
        {
            return;
        }

        // A lesson has two addresses: it stands at its day, and its own permalink leads there.
        string?[] present = [summary.Path, item.Path];
        foreach (var path in present.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (await db.Set<ContentRedirect>().FindAsync([path], cancellationToken) is { } overtaken)
            {
                db.Remove(overtaken);
            }
        }

        foreach (var old in _before.GetValueOrDefault(item.ContentItemId, []).Append(OldPath(summary)).OfType<string>()
            .Except(present.OfType<string>(), StringComparer.Ordinal).Where(old => old.Length > 0))
        {
            await LeadOnAsync(old, item.ContentItemId, cancellationToken);
        }
    }

    private string? OldPath(ContentSummary summary) =>
        db.Entry(summary) is { State: EntityState.Modified or EntityState.Unchanged } entry
            ? entry.Property(row => row.Path).OriginalValue
            : null;

    private async Task LeadOnAsync(string old, string contentItemId, CancellationToken cancellationToken)
    {
        var redirect = await db.Set<ContentRedirect>().FindAsync([old], cancellationToken);
        if (redirect?.ContentItemId == contentItemId || await IsInUseAsync(old, contentItemId, cancellationToken))
        {
            return;
        }

        if (redirect is null)
        {
            redirect = new ContentRedirect { Path = old, CreatedBy = caller.Name };
            db.Add(redirect);
        }

        redirect.ContentItemId = contentItemId;
        redirect.Target = null;
        redirect.IsManual = false;
        redirect.CreatedUtc = clock.GetUtcNow();
        redirect.CreatedBy = caller.Name;

        // Who was led to that address by hand is led to the item from now on: one step, not two.
        var target = "/" + old;
        foreach (var other in await db.Set<ContentRedirect>().Where(row => row.Target == target).ToListAsync(cancellationToken))
        {
            other.ContentItemId = contentItemId;
            other.Target = null;
        }
    }

    // Somebody else may have taken the address of a withdrawn item meanwhile.
    private Task<bool> IsInUseAsync(string path, string contentItemId, CancellationToken cancellationToken) =>
        db.Set<ContentSummary>().AnyAsync(row => row.Path == path && row.ContentItemId != contentItemId, cancellationToken);
}
