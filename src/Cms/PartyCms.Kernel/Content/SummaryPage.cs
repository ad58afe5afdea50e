using System.Globalization;
using System.Linq.Expressions;

namespace PartyCms.Kernel.Content;

/// <summary>Which published items a list shows.</summary>
/// <param name="ContentType">Name of the content type.</param>
/// <param name="OrgUnitId">Only of this unit.</param>
/// <param name="Facet">Only with this value of the type's filter.</param>
/// <param name="After">Cursor of the page before.</param>
/// <param name="Take">Rows a page, 1 to 100.</param>
/// <param name="Where">A further condition, such as a look into the index table of a module.</param>
public sealed record SummaryFilter(
    string ContentType,
    Guid? OrgUnitId = null,
    string? Facet = null,
    string? After = null,
    int Take = 20,
    Expression<Func<ContentSummary, bool>>? Where = null);

/// <summary>One page of a list.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record SummaryPage(IReadOnlyList<ContentSummary> Items, string? Next);

/// <summary>The place in a list after which the next page begins: instant and id, so that no row is shown twice.</summary>
internal readonly record struct SummaryCursor(DateTimeOffset PublishedUtc, string ContentItemId)
{
    public static string After(ContentSummary row) =>
        string.Create(CultureInfo.InvariantCulture, $"{row.PublishedUtc.UtcTicks:x}-{row.ContentItemId}");

    public static bool TryParse(string? text, out SummaryCursor cursor)
    {
        cursor = default;
        var dash = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        if (dash <= 0
            || !long.TryParse(text.AsSpan(0, dash), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var ticks)
            || ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks)
        {
            return false;
        }

        cursor = new SummaryCursor(new DateTimeOffset(ticks, TimeSpan.Zero), text![(dash + 1)..]);
        return true;
    }
}
