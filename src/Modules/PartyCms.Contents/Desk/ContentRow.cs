using System.Linq.Expressions;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;

namespace PartyCms.Contents.Desk;

/// <summary>One item as the lists of the desk show it.</summary>
internal sealed record ContentRow
{
    public required long Id { get; init; }

    public required string ContentItemId { get; init; }

    public required string ContentType { get; init; }

    public required string? Title { get; init; }

    public required Guid? OrgUnitId { get; init; }

    public required DateTimeOffset? ModifiedUtc { get; init; }

    public required string? Author { get; init; }

    public required ContentState State { get; init; }

    /// <summary>Reads rows of latest versions without their documents.</summary>
    public static IQueryable<ContentRow> Of(IQueryable<ContentItem> latest, CmsDbContext db) => latest.Select(Projection(db));

    private static Expression<Func<ContentItem, ContentRow>> Projection(CmsDbContext db)
    {
        var items = db.Set<ContentItem>();
        var tombstones = db.Set<ContentTombstone>();
        return item => new ContentRow
        {
            Id = item.Id,
            ContentItemId = item.ContentItemId,
            ContentType = item.ContentType,
            Title = item.DisplayText,
            OrgUnitId = item.OrgUnitId,
            ModifiedUtc = item.ModifiedUtc,
            Author = item.Author,
            State = item.Published ? ContentState.Published
                : items.Any(live => live.ContentItemId == item.ContentItemId && live.Published) ? ContentState.PublishedWithDraft
                : tombstones.Any(tombstone => tombstone.ContentItemId == item.ContentItemId) ? ContentState.Withdrawn
                : ContentState.Draft,
        };
    }
}
