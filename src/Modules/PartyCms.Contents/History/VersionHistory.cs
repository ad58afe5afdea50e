using PartyCms.Contents.Editing;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.Contents.History;

/// <summary>One version in a list, without its text.</summary>
internal sealed record VersionRow
{
    public required string VersionId { get; init; }

    public required string? Title { get; init; }

    public required string? Author { get; init; }

    public required DateTimeOffset? ModifiedUtc { get; init; }

    public required bool IsPublished { get; init; }

    public required bool IsLatest { get; init; }

    public string? Comment { get; init; }
}

/// <summary>
/// Lists the versions of an item, newest first; those it had under a branch outside the caller's scope are left out.
/// </summary>
internal sealed class VersionHistory(CmsDbContext db, Caller caller)
{
    private const int Shown = 100;

    public async Task<IReadOnlyList<VersionRow>> ReadAsync(EditedItem item, CancellationToken cancellationToken)
    {
        var id = item.Id;
        var versions = db.Set<ContentItem>().AsNoTracking().Where(version => version.ContentItemId == id);
        var rows = await caller.ScopeOf(item.Type.EditPermission).Filter(versions, db, version => version.OrgUnitId)
            .OrderByDescending(version => version.Id).Take(Shown).ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(version => new VersionRow
            {
                VersionId = version.ContentItemVersionId,
                Title = version.DisplayText,
                Author = version.Author,
                ModifiedUtc = version.ModifiedUtc,
                IsPublished = version.Published,
                IsLatest = version.Latest,
                Comment = version.Parts.Text(VersionParts.Comment),
            }),
        ];
    }
}
