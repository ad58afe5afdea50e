namespace PartyCms.Contents.Organizing.Columns;

/// <summary>How a column keeps its promise.</summary>
internal enum FreshnessState
{
    /// <summary>Nothing is promised.</summary>
    NoRule,

    /// <summary>The promise rests.</summary>
    Paused,

    Fresh,

    /// <summary>Something new is wanted within the next three days.</summary>
    DueSoon,

    Overdue,
}

/// <summary>Whether a column is up to date, counted in whole days of the site's calendar (domain 2.6).</summary>
/// <param name="State">How the promise stands.</param>
/// <param name="DueOn">The last day on which something new keeps it; null without a rule or while it rests.</param>
/// <param name="DaysLate">Days past that day; 0 where it is not overdue.</param>
internal readonly record struct Freshness(FreshnessState State, DateOnly? DueOn, int DaysLate)
{
    private const int SoonDays = 3;

    /// <summary>
    /// An item of day D is good until D plus the rule's days. An empty column counts from the day it was made, a column
    /// that rested from the end of its rest where that is later.
    /// </summary>
    /// <param name="freshDays">The rule; null for none.</param>
    /// <param name="pausedUntil">Last day of rest, or null.</param>
    /// <param name="begunOn">Day the column was made.</param>
    /// <param name="lastOn">Day of the newest item, or null.</param>
    /// <param name="today">Today.</param>
    public static Freshness Of(int? freshDays, DateOnly? pausedUntil, DateOnly begunOn, DateOnly? lastOn, DateOnly today)
    {
        if (freshDays is not { } days)
        {
            return new(FreshnessState.NoRule, null, 0);
        }

        if (pausedUntil >= today)
        {
            return new(FreshnessState.Paused, null, 0);
        }

        var from = lastOn ?? begunOn;
        var due = (pausedUntil > from ? pausedUntil.Value : from).AddDays(days);
        var left = due.DayNumber - today.DayNumber;
        return left < 0 ? new(FreshnessState.Overdue, due, -left)
            : new(left <= Math.Min(SoonDays, days - 1) ? FreshnessState.DueSoon : FreshnessState.Fresh, due, 0);
    }
}
