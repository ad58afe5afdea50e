using System.Globalization;

namespace PartyCms.Learning.Boards;

/// <summary>What a board counts. Never minutes, log-ins, shares or comments (domain 6.5.3).</summary>
internal enum BoardKind
{
    /// <summary>Days of a month with a finished lesson.</summary>
    Days,

    /// <summary>Whole credits of a year.</summary>
    Credits,
}

/// <summary>The month of a board of days, or the year of a board of credits.</summary>
internal readonly record struct BoardPeriod(BoardKind Kind, DateOnly FirstDay)
{
    public DateOnly EndsBefore => Kind == BoardKind.Days ? FirstDay.AddMonths(1) : FirstDay.AddYears(1);

    /// <summary>As it stands in addresses: 2026-11 or 2026.</summary>
    public string Text => FirstDay.ToString(Kind == BoardKind.Days ? "yyyy-MM" : "yyyy", CultureInfo.InvariantCulture);

    /// <summary>As people read it.</summary>
    public string DisplayName => Kind == BoardKind.Days
        ? string.Create(CultureInfo.InvariantCulture, $"{FirstDay.Year}年{FirstDay.Month}月")
        : string.Create(CultureInfo.InvariantCulture, $"{FirstDay.Year}年");

    public static BoardPeriod Of(BoardKind kind, DateOnly day) =>
        new(kind, new DateOnly(day.Year, kind == BoardKind.Days ? day.Month : 1, 1));

    public static BoardPeriod? Parse(BoardKind kind, string text) =>
        DateOnly.TryParseExact(
            kind == BoardKind.Days ? text + "-01" : text + "-01-01", "yyyy-MM-dd",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            && first.Year < DateOnly.MaxValue.Year
            ? new BoardPeriod(kind, first)
            : null;
}
