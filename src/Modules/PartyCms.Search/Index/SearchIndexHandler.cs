using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Search;

namespace PartyCms.Search.Index;

/// <summary>Keeps the index in the transaction of the publication: what is found is what can be read.</summary>
internal sealed class SearchIndexHandler(CmsDbContext db, ISearchIndex index, SearchEntries entries) : ContentHandler
{
    public override async ValueTask PublishedAsync(ContentItem item, ContentSummary? summary, CancellationToken cancellationToken)
    {
        if (summary is null)
        {
            await index.RemoveAsync(db, item.ContentItemId, cancellationToken);
            return;
        }

        await index.PutAsync(db, await entries.OfAsync(item, summary, cancellationToken), cancellationToken);
    }

    public override async ValueTask UnpublishedAsync(ContentItem item, CancellationToken cancellationToken) =>
        await index.RemoveAsync(db, item.ContentItemId, cancellationToken);
}
