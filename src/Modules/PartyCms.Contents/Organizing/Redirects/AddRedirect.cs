using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Content.Permalinks;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.Contents.Organizing.Redirects;

/// <summary>How adding a redirect ended.</summary>
internal enum AddRedirectOutcome
{
    Added,

    /// <summary>The old address is empty, too long or no address of this site.</summary>
    BadPath,

    /// <summary>The old address belongs to the site's own pages.</summary>
    ReservedPath,

    /// <summary>Something stands at the old address.</summary>
    InUse,

    /// <summary>The old address leads somewhere already.</summary>
    Exists,

    /// <summary>The new address does not lie on this site.</summary>
    BadTarget,

    /// <summary>The new address leads back to the old one.</summary>
    Loop,
}

/// <summary>
/// Lets an old address lead to another one, for pages that were moved by hand or came from an older site. A target that
/// is an item's address follows the item from then on.
/// </summary>
internal sealed class AddRedirect(
    CmsDbContext db, ContentDefinitions definitions, IDatabaseProvider provider, AuditLog audit, Caller caller, TimeProvider clock)
{
    public async Task<AddRedirectOutcome> RunAsync(string? from, string? to, CancellationToken cancellationToken)
    {
        if (LocalTarget.Read(from)?.Trim('/') is not { Length: > 0 and <= PermalinkRules.MaxLength } path || path.AsSpan().ContainsAny('?', '#'))
        {
            return AddRedirectOutcome.BadPath;
        }

        if (LocalTarget.Read(to) is not { Length: <= PermalinkRules.MaxLength } target)
        {
            return AddRedirectOutcome.BadTarget;
        }

        if (IsOfTheSite(path))
        {
            return AddRedirectOutcome.ReservedPath;
        }

        if (await db.Set<ContentSummary>().AnyAsync(row => row.Path == path, cancellationToken))
        {
            return AddRedirectOutcome.InUse;
        }

        if (await db.Set<ContentRedirect>().AnyAsync(row => row.Path == path, cancellationToken))
        {
            return AddRedirectOutcome.Exists;
        }

        var redirect = await ResolveAsync(path, target, cancellationToken);
        return redirect is null ? AddRedirectOutcome.Loop : await SaveAsync(redirect, cancellationToken);
    }

    // Items stand below the name of their type; whatever else begins with a name of the site is a page of its own.
    private bool IsOfTheSite(string path) =>
        PermalinkRules.IsReserved(path)
        && !definitions.Types.Values.Any(type =>
            type.PathPrefix.Length > 0 && path.StartsWith(type.PathPrefix + "/", StringComparison.Ordinal));

    // A target that is itself an old address is followed to its end, so that a reader is never sent on twice.
    private async Task<ContentRedirect?> ResolveAsync(string path, string target, CancellationToken cancellationToken)
    {
        var place = LocalTarget.PathOf(target);
        if (place == path)
        {
            return null;
        }

        var item = await db.Set<ContentSummary>().Where(row => row.Path == place)
            .Select(row => row.ContentItemId).SingleOrDefaultAsync(cancellationToken);
        var further = item is null
            ? await db.Set<ContentRedirect>().AsNoTracking().SingleOrDefaultAsync(row => row.Path == place, cancellationToken)
            : null;
        if (further?.Target is { } end && LocalTarget.PathOf(end) == path)
        {
            return null;
        }

        var followed = target == "/" + place ? item ?? further?.ContentItemId : null;
        return new ContentRedirect
        {
            Path = path,
            ContentItemId = followed,
            Target = followed is null ? further?.Target ?? target : null,
            IsManual = true,
            CreatedUtc = clock.GetUtcNow(),
            CreatedBy = caller.Name,
        };
    }

    private async Task<AddRedirectOutcome> SaveAsync(ContentRedirect redirect, CancellationToken cancellationToken)
    {
        // Whoever was led to this address goes where it leads.
        var here = "/" + redirect.Path;
        foreach (var other in await db.Set<ContentRedirect>().Where(row => row.Target == here).ToListAsync(cancellationToken))
        {
            other.ContentItemId = redirect.ContentItemId;
            other.Target = redirect.Target;
        }

        db.Add(redirect);
        audit.Add("content.redirect-added", redirect.ContentItemId, $"/{redirect.Path} → {redirect.Target ?? redirect.ContentItemId}");
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return AddRedirectOutcome.Added;
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            db.ChangeTracker.Clear();
            return AddRedirectOutcome.Exists;
        }
    }
}
