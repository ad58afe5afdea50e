using System.Globalization;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;

namespace PartyCms.Contents.Display;

/// <summary>Reads one page of the list that an item is: newest first, or in the order made by hand.</summary>
internal sealed class ListedItems(CmsDbContext db, PublicArticles articles)
{
    private const int UsualSize = 10;

    private const int LargestSize = 50;

    public async Task<SummaryList> ReadAsync(
        ContentItem list, ContentTypePart part, string href, string? after, CancellationToken cancellationToken)
    {
        var size = Math.Clamp(part.Settings.Number("ListPartSettings.PageSize") ?? UsualSize, 1, LargestSize);
        var isOrdered = part.Settings.Flag("ListPartSettings.EnableOrdering");
        var rows = db.Set<ContentSummary>().AsNoTracking().Where(row => row.ContainerId == list.ContentItemId);
        if (TryParse(after, out var place, out var id))
        {
#pragma warning disable CA1309 // The database compares; it knows no StringComparison.
            var at = isOrdered || place < 0 || place > DateTimeOffset.MaxValue.UtcTicks
                ? default
                : new DateTimeOffset(place, TimeSpan.Zero);
            rows = isOrdered
                ? rows.Where(row => row.Position > place || (row.Position == place && string.Compare(row.ContentItemId, id) > 0))
                : rows.Where(row => row.PublishedUtc < at || (row.PublishedUtc == at && string.Compare(row.ContentItemId, id) < 0));
#pragma warning restore CA1309
        }

        var ordered = isOrdered
            ? rows.OrderBy(row => row.Position).ThenBy(row => row.ContentItemId)
            : rows.OrderByDescending(row => row.PublishedUtc).ThenByDescending(row => row.ContentItemId);
        var page = await ordered.Take(size + 1).ToListAsync(cancellationToken);
        var shown = page.Take(size).ToList();
        return new SummaryList(
            await articles.RowsAsync(shown, cancellationToken),
            page.Count > size ? $"{href}?after={Cursor(shown[^1], isOrdered)}" : null);
    }

    private static string Cursor(ContentSummary last, bool isOrdered) => string.Create(
        CultureInfo.InvariantCulture, $"{(isOrdered ? last.Position : last.PublishedUtc.UtcTicks)}.{Uri.EscapeDataString(last.ContentItemId)}");

    private static bool TryParse(string? cursor, out long place, out string id)
    {
        place = 0;
        id = "";
        if (cursor?.Split('.', 2) is not [var number, var key]
            || !long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out place))
        {
            return false;
        }

        id = key;
        return true;
    }
}
