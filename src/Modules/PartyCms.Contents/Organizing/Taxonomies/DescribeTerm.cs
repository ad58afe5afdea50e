using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;

namespace PartyCms.Contents.Organizing.Taxonomies;

/// <summary>The page of a term: what stands below it, and the items that bear it.</summary>
/// <param name="Name">Name of the term.</param>
/// <param name="Href">Address of the page, encoded.</param>
/// <param name="Trail">The taxonomy and the terms above it.</param>
/// <param name="Below">The terms right below it.</param>
/// <param name="List">One page of the items, newest first.</param>
internal sealed record TermView(
    string Name, string Href, IReadOnlyList<TermLink> Trail, IReadOnlyList<TermLink> Below, SummaryList List);

/// <summary>Puts together what readers see at the address of a term.</summary>
internal sealed class DescribeTerm(TermPages pages, PublicArticles articles, CmsDbContext db)
{
    private const int PageSize = 20;

    /// <param name="path">The address without leading slash.</param>
    /// <param name="after">Cursor of the page before, or null.</param>
    /// <param name="tags">Collects what the page depends on.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<TermView?> RunAsync(
        string path, string? after, ICollection<string> tags, CancellationToken cancellationToken)
    {
        if (await pages.FindAsync(path, cancellationToken) is not { } term)
        {
            return null;
        }

        tags.Add(TermTags.Of(term.TermId));
        tags.Add(PublicTags.Item(term.TaxonomyId));
        var href = TermPages.Href(term.Path)!;
        var below = await pages.ListAsync(term.TaxonomyId, term.TermId, cancellationToken);
        foreach (var link in below)
        {
            tags.Add(TermTags.Of(link.Id!));
        }

        var items = await pages.ItemsAsync(term.TermId, after, PageSize, cancellationToken);
        return new TermView(
            term.Name, href, await TrailAsync(term, cancellationToken), below,
            new SummaryList(
                await articles.RowsAsync(items.Items, cancellationToken),
                items.Next is null ? null : PublicPath.WithQuery(href, "after", items.Next)));
    }

    private async Task<List<TermLink>> TrailAsync(ContentTerm term, CancellationToken cancellationToken)
    {
        var taxonomy = await db.Set<ContentSummary>().AsNoTracking()
            .SingleAsync(row => row.ContentItemId == term.TaxonomyId, cancellationToken);
        var trail = new List<TermLink> { new(null, taxonomy.Title, taxonomy.Href, 0, 0) };
        var parent = term.ParentId;
        while (parent is not null)
        {
            var above = await db.Set<ContentTerm>().AsNoTracking()
                .SingleAsync(row => row.TaxonomyId == term.TaxonomyId && row.TermId == parent, cancellationToken);
            trail.Insert(1, new TermLink(above.TermId, above.Name, TermPages.Href(above.Path), above.Depth, 0));
            parent = above.ParentId;
        }

        return trail;
    }
}
