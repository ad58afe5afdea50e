using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Text;
using PartyCms.Media.Files;

namespace PartyCms.Media.Usage;

/// <summary>One item that uses a file, as far as the caller may know of it.</summary>
/// <param name="Title">Title of the item.</param>
/// <param name="Place">Where in it, for people.</param>
/// <param name="IsPublished">Whether readers see that version.</param>
/// <param name="Href">Where to see or change it.</param>
internal sealed record UsedIn(string Title, string Place, bool IsPublished, string Href);

/// <summary>Where a file is used.</summary>
/// <param name="Items">Items whose published or latest version shows the file.</param>
/// <param name="Hidden">How many more there are that the caller may not see, or that the list is too short for.</param>
/// <param name="OldVersions">How many older versions hold it; they keep no file from being deleted.</param>
internal sealed record MediaUses(IReadOnlyList<UsedIn> Items, int Hidden, int OldVersions)
{
    public bool IsUsed => Items.Count > 0 || Hidden > 0;
}

/// <summary>Tells where a file is used.</summary>
internal sealed class FindUsage(CmsDbContext db, ContentAccess access)
{
    private const int Most = 50;

    public async Task<MediaUses> RunAsync(MediaFile file, CancellationToken cancellationToken)
    {
        var path = file.Path;
        var uses =
            from usage in db.Set<MediaUsage>()
            join item in db.Set<ContentItem>() on usage.ContentItemVersionId equals item.ContentItemVersionId
            where usage.FilePath == path
            select new { item.ContentItemId, item.ContentType, item.DisplayText, item.OrgUnitId, item.Path, item.Published, item.Latest, usage.Place };
        var live = uses.Where(use => use.Latest || use.Published);
        var rows = await live.OrderByDescending(use => use.Published).ThenBy(use => use.ContentItemId).Take(Most).ToListAsync(cancellationToken);
        var known = new List<UsedIn>();
        foreach (var row in rows)
        {
            var mayEdit = await access.CanEditAsync(row.ContentType, row.OrgUnitId, cancellationToken);
            if (mayEdit || row.Published)
            {
                var href = mayEdit ? "/admin/content/edit/" + row.ContentItemId : row.Path is null ? "" : PublicPath.Of(row.Path.Split('/'));
                known.Add(new(row.DisplayText ?? "", NameOf(row.Place), row.Published, href));
            }
        }

        var total = rows.Count < Most ? rows.Count : await live.CountAsync(cancellationToken);
        return new(known, total - known.Count, await uses.CountAsync(use => !use.Latest && !use.Published, cancellationToken));
    }

    /// <summary>Whether the latest or the published version of any item shows the file.</summary>
    public Task<bool> IsUsedAsync(MediaFile file, CancellationToken cancellationToken)
    {
        var path = file.Path;
        return db.Set<MediaUsage>().AnyAsync(
            usage => usage.FilePath == path && db.Set<ContentItem>().Any(item =>
                item.ContentItemVersionId == usage.ContentItemVersionId && (item.Latest || item.Published)),
            cancellationToken);
    }

    private static string NameOf(string place) =>
        place.StartsWith("ArticlePart.Cover", StringComparison.Ordinal) ? "封面"
        : place.EndsWith(".Html", StringComparison.Ordinal) ? "正文"
        : place;
}
