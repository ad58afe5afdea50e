using System.Globalization;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;

namespace PartyCms.Contents.Desk;

/// <summary>What a list of the desk is asked for.</summary>
/// <param name="Search">Part of the title, or empty.</param>
/// <param name="State">Only items of this state.</param>
/// <param name="After">Cursor of the page before.</param>
internal sealed record ContentListQuery(string Search = "", ContentState? State = null, string? After = null);

/// <summary>One page of a list.</summary>
internal sealed record ContentListPage(IReadOnlyList<ContentRow> Rows, string? Next);

/// <summary>Lists the latest versions of one content type within the caller's scope, last changed first.</summary>
internal sealed class ContentList(ContentAccess access, CmsDbContext db)
{
    public const int PageSize = 25;

    public async Task<ContentListPage> ReadAsync(ContentType type, ContentListQuery query, CancellationToken cancellationToken)
    {
        var items = (await access.EditableAsync(type, cancellationToken)).AsNoTracking();
        if (query.Search.Trim() is { Length: > 0 } text)
        {
            items = items.Where(item => item.DisplayText!.Contains(text));
        }

        if (query.State is { } state)
        {
            items = InState(items, state);
        }

        if (TryParse(query.After, out var modified, out var id))
        {
            items = items.Where(item => item.ModifiedUtc < modified || (item.ModifiedUtc == modified && item.Id < id));
        }

        var rows = await ContentRow.Of(items.OrderByDescending(item => item.ModifiedUtc).ThenByDescending(item => item.Id), db)
            .Take(PageSize + 1).ToListAsync(cancellationToken);
        return rows.Count > PageSize
            ? new ContentListPage(rows[..PageSize], Cursor(rows[PageSize - 1]))
            : new ContentListPage(rows, null);
    }

    private IQueryable<ContentItem> InState(IQueryable<ContentItem> items, ContentState state)
    {
        var live = db.Set<ContentItem>().Where(item => item.Published).Select(item => item.ContentItemId);
        var withdrawn = db.Set<ContentTombstone>().Select(tombstone => tombstone.ContentItemId);
        return state switch
        {
            ContentState.Published => items.Where(item => item.Published),
            ContentState.PublishedWithDraft => items.Where(item => !item.Published && live.Contains(item.ContentItemId)),
            ContentState.Withdrawn => items.Where(item => !item.Published && withdrawn.Contains(item.ContentItemId)),
            _ => items.Where(item =>
                !item.Published && !live.Contains(item.ContentItemId) && !withdrawn.Contains(item.ContentItemId)),
        };
    }

    private static string Cursor(ContentRow last) =>
        string.Create(CultureInfo.InvariantCulture, $"{last.ModifiedUtc?.UtcTicks ?? 0}-{last.Id}");

    private static bool TryParse(string? cursor, out DateTimeOffset modified, out long id)
    {
        modified = default;
        id = 0;
        if (cursor?.Split('-') is not [var ticksText, var idText]
            || !long.TryParse(ticksText, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || !long.TryParse(idText, NumberStyles.None, CultureInfo.InvariantCulture, out id)
            || ticks > DateTimeOffset.MaxValue.UtcTicks)
        {
            return false;
        }

        modified = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }
}
