using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.Kernel.Content;

/// <summary>
/// What of content the caller may see and change. Everything that reads unpublished content goes through it; an item
/// of a foreign subtree is not there.
/// </summary>
public sealed class ContentAccess(CmsDbContext db, Caller caller, ContentDefinitions definitions)
{
    /// <summary>
    /// Content types of which the caller may write items anywhere: first those with pages of their own, then every other
    /// that may be created by itself. Pieces of others, such as widgets and the entries of menus, are not among them.
    /// </summary>
    public async Task<IReadOnlyList<ContentType>> GetEditableTypesAsync(CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        return [.. definitions.Types.Values
            .Where(type => (type.PathPrefix.Length > 0 || IsCreatable(type.Definition!)) && caller.Can(type.EditPermission))
            .OrderBy(type => type.PathPrefix.Length == 0)];
    }

    /// <summary>Latest versions of one type within the caller's scope.</summary>
    public Task<IQueryable<ContentItem>> EditableAsync(ContentType type, CancellationToken cancellationToken) =>
        EditableAsync([type], cancellationToken);

    /// <summary>Latest versions of types that one permission lets write, within the caller's scope.</summary>
    public async Task<IQueryable<ContentItem>> EditableAsync(IReadOnlyList<ContentType> types, CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        var latest = db.Set<ContentItem>().Where(item => item.Latest);
        var names = types.Select(type => type.Name).ToList();
        var items = types is [var only]
            ? latest.Where(item => item.ContentType == only.Name)
            : latest.Where(item => names.Contains(item.ContentType));
        return caller.ScopeOf(types[0].EditPermission).Filter(items, db, item => item.OrgUnitId);
    }

    /// <summary>The latest version of an item the caller may change, or null.</summary>
    public async Task<ContentItem?> FindEditableAsync(string contentItemId, CancellationToken cancellationToken)
    {
        var item = await db.Set<ContentItem>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.ContentItemId == contentItemId && row.Latest, cancellationToken);
        return item is not null && await CanEditAsync(item.ContentType, item.OrgUnitId, cancellationToken) ? item : null;
    }

    /// <summary>Whether the caller may write items of a type for a unit (null: the platform).</summary>
    public async Task<bool> CanEditAsync(string contentType, Guid? orgUnitId, CancellationToken cancellationToken) =>
        definitions.FindType(contentType) is { } type
        && await caller.CanAsync(type.EditPermission, orgUnitId, cancellationToken);

    /// <summary>Whether the caller may publish and withdraw items of a type for a unit (null: the platform).</summary>
    public async Task<bool> CanPublishAsync(string contentType, Guid? orgUnitId, CancellationToken cancellationToken) =>
        definitions.FindType(contentType) is { } type
        && await caller.CanAsync(type.PublishPermission, orgUnitId, cancellationToken);

    private static bool IsCreatable(ContentTypeDefinition definition) =>
        definition.Stereotype.Length == 0 && definition.Settings.Flag("ContentTypeSettings.Creatable");
}
