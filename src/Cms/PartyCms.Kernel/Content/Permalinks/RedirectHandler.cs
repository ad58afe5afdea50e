using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.Kernel.Content.Permalinks;

/// <summary>
/// Keeps old addresses alive: with every publication the address readers knew leads on to the new one. What is published
/// at an address wins over what stood there before. It must be the last handler, for others may still set the address.
/// </summary>
public sealed class RedirectHandler(CmsDbContext db, Caller caller, TimeProvider clock) : ContentHandler
{
    private readonly Dictionary<string, string> _withdrawn = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public override async ValueTask ValidateAsync(
        ContentItem item, bool isPublication, ICollection<ContentProblem> problems, CancellationToken cancellationToken)
    {
        // The tombstone of an item that comes back is gone by the time it is shown.
        if (isPublication && item.Revision > 1)
        {
            var id = item.ContentItemId;
            if (await db.Set<ContentTombstone>().Where(row => row.ContentItemId == id)
                .Select(row => row.Path).SingleOrDefaultAsync(cancellationToken) is { } path)
            {
                _withdrawn[id] = path;
            }
        }
    }

    /// <inheritdoc />
    public override async ValueTask PublishedAsync(ContentItem item, ContentSummary? summary, CancellationToken cancellationToken)
    {
        if (summary is null)
        {
            return;
        }

        if (await db.Set<ContentRedirect>().FindAsync([summary.Path], cancellationToken) is { } overtaken)
        {
            db.Remove(overtaken);
        }

        // A lesson stands at its day: its own permalink is an address that leads there.
        string?[] known = [OldPath(summary), item.Path, _withdrawn.GetValueOrDefault(item.ContentItemId)];
        foreach (var old in known.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (old.Length > 0 && old != summary.Path)
            {
                await LeadOnAsync(old, item.ContentItemId, cancellationToken);
            }
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
