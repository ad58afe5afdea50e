using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Content.Scheduling;
using PartyCms.Kernel.Data;

namespace PartyCms.Contents.Editing;

/// <summary>An item on the desk of somebody who may change it.</summary>
/// <param name="Latest">The version being worked on; not tracked.</param>
/// <param name="Type">Its content type.</param>
/// <param name="State">Where it stands.</param>
/// <param name="MayPublish">Whether the caller may publish and withdraw it.</param>
/// <param name="LiveHref">Address of what readers see, or null.</param>
internal sealed record EditedItem(ContentItem Latest, ContentType Type, ContentState State, bool MayPublish, string? LiveHref)
{
    /// <summary>What will happen to it by itself, soonest first.</summary>
    public IReadOnlyList<ContentSchedule> Schedule { get; init; } = [];

    public string Id => Latest.ContentItemId;

    /// <summary>The document the next save begins from.</summary>
    public JsonObject Parts { get; } = VersionParts.Continue(Latest, State is ContentState.Draft or ContentState.PublishedWithDraft);

    /// <summary>Whether readers see something of it, at an address of its own or within other pages.</summary>
    public bool IsLive => State is ContentState.Published or ContentState.PublishedWithDraft;
}

/// <summary>Finds items the caller may change; one of a foreign branch is not there.</summary>
internal sealed class FindEditedItem(
    ContentAccess access, ContentStore store, ContentSchedules schedules, CmsDbContext db, ContentDefinitions definitions)
{
    public async Task<EditedItem?> RunAsync(string contentItemId, CancellationToken cancellationToken)
    {
        if (await access.FindEditableAsync(contentItemId, cancellationToken) is not { } latest)
        {
            return null;
        }

        // What readers see may belong to another branch than the draft that replaces it.
        var live = await store.FindPublishedAsync(contentItemId, cancellationToken);
        var mayPublish = await access.CanPublishAsync(latest.ContentType, latest.OrgUnitId, cancellationToken)
            && (live is null || await access.CanPublishAsync(live.ContentType, live.OrgUnitId, cancellationToken));
        var summary = await db.Set<ContentSummary>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.ContentItemId == contentItemId, cancellationToken);
        return new EditedItem(
            latest, definitions.Types[latest.ContentType], await store.GetStateAsync(latest, cancellationToken), mayPublish, summary?.Href)
        {
            Schedule = await schedules.ReadAsync(contentItemId, cancellationToken),
        };
    }
}
