using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;

namespace PartyCms.Contents.Organizing.Menus;

/// <summary>An item that an entry of a menu may lead to.</summary>
internal sealed record MenuChoice(string Id, string Title, string Href);

/// <summary>Finds published items for the entries of a menu.</summary>
internal sealed class MenuTargets(CmsDbContext db)
{
    private const int Most = 20;

    /// <summary>Items whose title holds a text, newest first.</summary>
    public async Task<IReadOnlyList<MenuChoice>> SearchAsync(string text, CancellationToken cancellationToken)
    {
        var rows = await db.Set<ContentSummary>().AsNoTracking().Where(row => row.Title.Contains(text))
            .OrderByDescending(row => row.PublishedUtc).ThenByDescending(row => row.ContentItemId).Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new MenuChoice(row.ContentItemId, row.Title, row.Href))];
    }

    /// <summary>The items of some ids that are published.</summary>
    public async Task<IReadOnlyDictionary<string, MenuChoice>> FindAsync(
        IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        (await db.Set<ContentSummary>().AsNoTracking().Where(row => ids.Contains(row.ContentItemId)).ToListAsync(cancellationToken))
        .ToDictionary(row => row.ContentItemId, row => new MenuChoice(row.ContentItemId, row.Title, row.Href), StringComparer.Ordinal);
}
