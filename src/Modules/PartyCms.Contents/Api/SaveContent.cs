using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.Contents.Api;

/// <summary>How a posted item was received.</summary>
internal enum SaveVerdict
{
    /// <summary>Saved, or saved and published.</summary>
    Done,

    /// <summary>The client may not do this; nothing was changed, no draft was left.</summary>
    Forbidden,

    /// <summary>The item exists but is none of the client's business.</summary>
    Hidden,

    /// <summary>The client's <c>If-Match</c> names another state.</summary>
    Stale,

    /// <summary>The problems say what to mend.</summary>
    Invalid,

    /// <summary>Someone else saved while this was being saved.</summary>
    Conflict,
}

internal sealed record SaveOutcome(SaveVerdict Verdict, ContentItem? Item, IReadOnlyList<ContentProblem> Problems);

/// <summary>
/// Creates or updates an item from a posted document. An update that publishes asks for the permission to publish: else
/// the API would be a way around approval. All permissions are asked before anything is written.
/// </summary>
internal sealed class SaveContent(
    CmsDbContext db, ContentStore store, ContentAccess access, Caller caller, ContentDefinitions definitions)
{
    private const int LongestOwner = 64;

    /// <param name="posted">The document.</param>
    /// <param name="asDraft">Keep it for later instead of publishing.</param>
    /// <param name="mayBuildOn">Whether the client knows the latest version (null: there is none) well enough to change it.</param>
    /// <param name="cancellationToken">Stops the act.</param>
    public async Task<SaveOutcome> RunAsync(
        JsonObject posted, bool asDraft, Func<ContentItem?, bool> mayBuildOn, CancellationToken cancellationToken)
    {
        var id = ContentMerge.RootText(posted, "ContentItemId");
        var head = string.IsNullOrEmpty(id)
            ? null
            : await db.Set<ContentItem>().AsNoTracking()
                .SingleOrDefaultAsync(item => item.ContentItemId == id && item.Latest, cancellationToken);
        if (head is not null && !await access.CanEditAsync(head.ContentType, head.OrgUnitId, cancellationToken))
        {
            var isPublic = await store.FindPublishedAsync(head.ContentItemId, cancellationToken) is not null;
            return Refused(isPublic ? SaveVerdict.Forbidden : SaveVerdict.Hidden);
        }

        var typeName = head?.ContentType ?? ContentMerge.RootText(posted, "ContentType") ?? "";
        if (!definitions.Types.TryGetValue(typeName, out var type))
        {
            return Invalid("ContentType", typeName.Length == 0
                ? "A value is required for ContentType."
                : $"The content type '{typeName}' does not exist. Use one of: {string.Join(", ", definitions.Types.Keys)}.");
        }

        var stored = head is null ? [] : VersionParts.Continue(head, isContinued: !head.Published);
        var parts = ContentMerge.Merge(stored, posted, head?.DisplayText);
        if (!await MayAsync(type, head, parts, asDraft, cancellationToken))
        {
            return Refused(SaveVerdict.Forbidden);
        }

        if (!mayBuildOn(head))
        {
            return Refused(SaveVerdict.Stale);
        }

        var owner = ContentMerge.RootText(posted, "Owner");
        if (Faults(parts, owner) is { Count: > 0 } faults)
        {
            return new SaveOutcome(SaveVerdict.Invalid, null, faults);
        }

        // The revision the merge began with: a save in between would be overwritten by it.
        var edit = new ContentEdit
        {
            ContentItemId = head?.ContentItemId,
            ContentType = type.Name,
            Parts = parts,
            ExpectedRevision = head?.Revision,
            DisplayText = ContentMerge.RootText(posted, "DisplayText"),
            Owner = string.IsNullOrEmpty(owner) ? null : owner,
        };
        var outcome = asDraft
            ? await store.SaveDraftAsync(edit, cancellationToken)
            : await store.PublishAsync(edit, cancellationToken);
        return outcome.Verdict switch
        {
            ContentVerdict.Done => new SaveOutcome(SaveVerdict.Done, outcome.Item, []),
            ContentVerdict.Invalid => new SaveOutcome(SaveVerdict.Invalid, null, outcome.Problems),
            ContentVerdict.NotFound or ContentVerdict.Conflict or ContentVerdict.NotPossible => Refused(SaveVerdict.Conflict),
        };
    }

    private static SaveOutcome Refused(SaveVerdict verdict) => new(verdict, null, []);

    private static SaveOutcome Invalid(string path, string message) =>
        new(SaveVerdict.Invalid, null, [new ContentProblem(path, message)]);

    private static List<ContentProblem> Faults(JsonObject parts, string? owner)
    {
        var faults = parts
            .Where(part => part.Key.EndsWith("Part", StringComparison.Ordinal) && part.Value is not JsonObject)
            .Select(part => new ContentProblem(part.Key, $"{part.Key} must be an object."))
            .ToList();
        if (owner is { Length: > LongestOwner })
        {
            faults.Add(new ContentProblem("Owner", "Owner is an account's id of at most 64 characters."));
        }

        return faults;
    }

    // Both where the item is and where it would go: nobody moves an item into or out of a foreign branch.
    private async Task<bool> MayAsync(
        ContentType type, ContentItem? head, JsonObject parts, bool asDraft, CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        Guid? target = Guid.TryParse(parts.Text(ContentParts.Branch), out var branch) ? branch : null;
        if (target is null && type.NeedsBranch)
        {
            // The store will refuse it and say what is missing, which helps more than a 403.
            return caller.Can(type.EditPermission) && (asDraft || caller.Can(type.PublishPermission));
        }

        return await access.CanEditAsync(type.Name, target, cancellationToken)
            && (asDraft || await access.CanPublishAsync(type.Name, target, cancellationToken))
            && (asDraft || head is null || await MayReplaceAsync(type, head, cancellationToken));
    }

    // What readers see may belong to another branch than the draft that would take its place.
    private async Task<bool> MayReplaceAsync(ContentType type, ContentItem head, CancellationToken cancellationToken) =>
        await access.CanPublishAsync(type.Name, head.OrgUnitId, cancellationToken)
        && (await store.FindPublishedAsync(head.ContentItemId, cancellationToken) is not { } live
            || await access.CanPublishAsync(type.Name, live.OrgUnitId, cancellationToken));
}
