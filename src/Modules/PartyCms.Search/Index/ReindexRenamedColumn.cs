using PartyCms.Contents.Contracts;
using PartyCms.Kernel.Outbox;

namespace PartyCms.Search.Index;

/// <summary>Lets what stands in a column be found by its new name, and no longer by the old one.</summary>
internal sealed class ReindexRenamedColumn(ReindexItems items) : IEventSubscriber<ColumnRenamed>
{
    public Task HandleAsync(ColumnRenamed cmsEvent, CancellationToken cancellationToken) => items.RunAsync(
        all => all.Where(summary => summary.ContentType == cmsEvent.ContentType && summary.Column == cmsEvent.Name), cancellationToken);
}
