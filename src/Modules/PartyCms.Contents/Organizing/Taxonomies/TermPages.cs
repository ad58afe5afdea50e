using PartyCms.Contents.Api;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;

namespace PartyCms.Contents.Organizing.Taxonomies;

/// <summary>A term as readers see it.</summary>
/// <param name="Id">Its id; null for the taxonomy itself.</param>
/// <param name="Name">Its name.</param>
/// <param name="Href">Address of its page, encoded; null where the taxonomy has none.</param>
/// <param name="Depth">Steps below the root.</param>
/// <param name="Items">Published items that bear it.</param>
internal sealed record TermLink(string? Id, string Name, string? Href, int Depth, int Items);

/// <summary>Reads terms and what bears them, for public pages.</summary>
internal sealed class TermPages(CmsDbContext db)
{
    /// <summary>The term whose page stands at an address, or null.</summary>
    public Task<ContentTerm?> FindAsync(string path, CancellationToken cancellationToken) =>
        db.Set<ContentTerm>().AsNoTracking().FirstOrDefaultAsync(term => term.Path == path, cancellationToken);

    /// <summary>The terms of a taxonomy in order, all or those right below one.</summary>
    public async Task<IReadOnlyList<TermLink>> ListAsync(string taxonomyId, string? parentId, CancellationToken cancellationToken)
    {
        var uses = db.Set<ContentTermUse>();
        var terms = db.Set<ContentTerm>().AsNoTracking().Where(term => term.TaxonomyId == taxonomyId);
        if (parentId is not null)
        {
            terms = terms.Where(term => term.ParentId == parentId);
        }

        var rows = await terms.OrderBy(term => term.Position)
            .Select(term => new { term.TermId, term.Name, term.Path, term.Depth, Items = uses.Count(use => use.TermId == term.TermId) })
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new TermLink(row.TermId, row.Name, Href(row.Path), row.Depth, row.Items))];
    }

    /// <summary>One page of the published items that bear a term, newest first.</summary>
    public async Task<SummaryPage> ItemsAsync(string termId, string? after, int take, CancellationToken cancellationToken)
    {
        var uses = db.Set<ContentTermUse>().AsNoTracking().Where(use => use.TermId == termId);
        if (ListCursor.Parse(after ?? "") is { } cursor)
        {
            var (instant, id) = cursor;
#pragma warning disable CA1309 // The database compares; it knows no StringComparison.
            uses = uses.Where(use => use.PublishedUtc < instant
                || (use.PublishedUtc == instant && string.Compare(use.ContentItemId, id) < 0));
#pragma warning restore CA1309
        }

        var rows = await (
            from use in uses
            join summary in db.Set<ContentSummary>() on use.ContentItemId equals summary.ContentItemId
            orderby use.PublishedUtc descending, use.ContentItemId descending
            select summary).Take(take + 1).ToListAsync(cancellationToken);
        var next = rows.Count > take
            ? new ListCursor(rows[take - 1].PublishedUtc, rows[take - 1].ContentItemId).ToString()
            : null;
        return new SummaryPage(rows.Count > take ? rows[..take] : rows, next);
    }

    /// <summary>Address of a path, encoded, or null.</summary>
    public static string? Href(string? path) =>
        path is null ? null : "/" + string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
