using System.Text.Json.Nodes;
using PartyCms.Contents.Editing;
using PartyCms.Kernel.Content;

namespace PartyCms.Contents.Organizing.Outlines;

/// <summary>
/// Stores the parts of an item that was arranged on a page of its own, and publishes where the caller may; the revision
/// the page was opened on keeps two people from overwriting each other.
/// </summary>
internal sealed class SaveTree(ContentStore store)
{
    public Task<ContentOutcome> RunAsync(EditedItem item, JsonObject parts, int revision, CancellationToken cancellationToken)
    {
        var edit = new ContentEdit
        {
            ContentItemId = item.Id, ContentType = item.Type.Name, Parts = parts, ExpectedRevision = revision,
        };
        return item.MayPublish ? store.PublishAsync(edit, cancellationToken) : store.SaveDraftAsync(edit, cancellationToken);
    }
}
