using System.Globalization;
using PartyCms.Kernel.Time;

namespace PartyCms.Kernel.Content;

/// <summary>Reads until when an item stands at the head of its lists (置顶到): the end of a day of the site's calendar.</summary>
internal sealed class PinHandler(SiteTime time) : ContentHandler
{
    private const string Form = "yyyy-MM-dd";

    public override ValueTask ValidateAsync(
        ContentItem item, bool isPublication, ICollection<ContentProblem> problems, CancellationToken cancellationToken)
    {
        if (item.Parts.Text(ContentParts.PinnedUntil) is { Length: > 0 } text && ParseDay(text) is null)
        {
            problems.Add(new ContentProblem(
                ContentParts.PinnedUntil, "请填写置顶到哪一天。", "The last day of a pin is a date such as 2026-12-31."));
        }

        return ValueTask.CompletedTask;
    }

    public override ValueTask PublishedAsync(ContentItem item, ContentSummary? summary, CancellationToken cancellationToken)
    {
        if (summary is not null)
        {
            summary.PinnedUntilUtc = ParseDay(item.Parts.Text(ContentParts.PinnedUntil)) is { } day && day < DateOnly.MaxValue
                ? time.At(day.AddDays(1), TimeOnly.MinValue)
                : null;
        }

        return ValueTask.CompletedTask;
    }

    // On the wire a date may carry a time behind it.
    private static DateOnly? ParseDay(string? text) =>
        text is { Length: >= 10 }
        && DateOnly.TryParseExact(text.AsSpan(0, 10), Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
