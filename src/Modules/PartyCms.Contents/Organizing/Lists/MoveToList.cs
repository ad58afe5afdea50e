using System.Text.Json.Nodes;
using PartyCms.Contents.Editing;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;

namespace PartyCms.Contents.Organizing.Lists;

/// <summary>
/// Puts an item into a list, or takes it out. Its permalink stays, unless the caller asks for a new one: addresses that
/// were given away should not change by the way.
/// </summary>
internal sealed class MoveToList(ContentStore store, CmsDbContext db)
{
    /// <param name="item">The item; the caller may change it.</param>
    /// <param name="container">The list, or null to take the item out.</param>
    /// <param name="withNewPermalink">Whether its address is made anew by the pattern of its type.</param>
    /// <param name="cancellationToken">Stops the act.</param>
    public async Task<ContentOutcome> RunAsync(
        EditedItem item, EditedItem? container, bool withNewPermalink, CancellationToken cancellationToken)
    {
        var parts = item.Latest.Parts.DeepClone().AsObject();
        if (container is null)
        {
            parts.Remove("ContainedPart");
        }
        else
        {
            var list = container.Id;
            var last = await db.Set<ContentItem>().Where(other => other.ContainerId == list && other.Latest)
                .MaxAsync(other => (int?)other.Position, cancellationToken) ?? -1;
            parts["ContainedPart"] = new JsonObject
            {
                ["ListContentItemId"] = list, ["ListContentType"] = container.Type.Name, ["Order"] = last + 1,
            };
        }

        if (withNewPermalink && parts["AutoroutePart"] is JsonObject)
        {
            parts.Set(ContentParts.Permalink, null);
        }

        var edit = new ContentEdit
        {
            ContentItemId = item.Id, ContentType = item.Type.Name, Parts = parts, ExpectedRevision = item.Latest.Revision,
        };

        // What readers see moves; an unfinished change stays unfinished.
        return item.State == ContentState.Published && item.MayPublish
            ? await store.PublishAsync(edit, cancellationToken)
            : await store.SaveDraftAsync(edit, cancellationToken);
    }
}
