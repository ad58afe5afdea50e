using System.Text.Json.Nodes;
using PartyCms.Contents.Desk;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.Contents.Organizing.Lists;

/// <summary>How a list of contained items is shown, from the settings of its part.</summary>
/// <param name="IsOrdered">Whether people order it; else the newest stands first.</param>
/// <param name="Types">Names of the types it takes.</param>
internal sealed record ListSettings(bool IsOrdered, IReadOnlyList<string> Types)
{
    /// <summary>The settings of a type that has the part, or null for one that has not.</summary>
    public static ListSettings? Of(ContentType type)
    {
        if (type.Definition?.Parts.FirstOrDefault(part => part.PartName == StandardParts.List) is not { } part)
        {
            return null;
        }

        var types = part.Settings.Find("ListPartSettings.ContainedContentTypes") as JsonArray ?? [];
        return new ListSettings(
            part.Settings.Flag("ListPartSettings.EnableOrdering"),
            [.. types.Select(node => node?.ToString() ?? "").Where(name => name.Length > 0)]);
    }
}

/// <summary>Reads the items that stand in a list.</summary>
internal sealed class ListChildren(CmsDbContext db, ContentDefinitions definitions, ContentAccess access, Caller caller)
{
    /// <summary>Most items that the administration arranges on one page.</summary>
    public const int Most = 500;

    /// <summary>The latest versions the caller may change, in the order of the list.</summary>
    public async Task<IReadOnlyList<ContentRow>> EditableAsync(
        string containerId, ListSettings settings, CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        var present = await db.Set<ContentItem>().Where(item => item.ContainerId == containerId && item.Latest)
            .Select(item => item.ContentType).Distinct().ToListAsync(cancellationToken);
        IQueryable<ContentItem>? items = null;
        foreach (var type in present.Select(definitions.FindType).OfType<ContentType>().Where(type => caller.Can(type.EditPermission)))
        {
            var own = (await access.EditableAsync(type, cancellationToken)).AsNoTracking().Where(item => item.ContainerId == containerId);
            items = items is null ? own : items.Concat(own);
        }

        return items is null ? [] : await ContentRow.Of(Ordered(items, settings), db).Take(Most).ToListAsync(cancellationToken);
    }

    private static IOrderedQueryable<ContentItem> Ordered(IQueryable<ContentItem> items, ListSettings settings) => settings.IsOrdered
        ? items.OrderBy(item => item.Position).ThenBy(item => item.CreatedUtc).ThenBy(item => item.Id)
        : items.OrderByDescending(item => item.CreatedUtc).ThenByDescending(item => item.Id);
}
