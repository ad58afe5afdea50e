using System.Globalization;

namespace PartyCms.Kernel.Time;

/// <summary>
/// Calendar of the site: instants are stored in UTC, while days, deadlines and quotas are counted in one zone
/// (<c>Cms:TimeZone</c>, default <c>Asia/Shanghai</c>).
/// </summary>
public sealed class SiteTime(TimeProvider clock, TimeZoneInfo zone)
{
    /// <summary>The zone days are counted in.</summary>
    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>The present instant, UTC.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Today's date in the site's zone.</summary>
    public DateOnly Today => DayOf(clock.GetUtcNow());

    /// <summary>The day an instant falls on in the site's zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(ToLocal(instant).DateTime);

    /// <summary>The same instant with the offset of the site's zone.</summary>
    public DateTimeOffset ToLocal(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>
    /// The instant at which a wall clock of the site shows this day and time, UTC; the first or last instant there is
    /// where the calendar ends before it.
    /// </summary>
    public DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        var ticks = local.Ticks - Zone.GetUtcOffset(local).Ticks;
        return new DateTimeOffset(Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), TimeSpan.Zero);
    }

    /// <summary>The next instant after another one at which a wall clock of the site shows a time, UTC.</summary>
    public DateTimeOffset NextAt(TimeOnly time, DateTimeOffset after)
    {
        var today = At(DayOf(after), time);
        return today > after ? today : At(DayOf(after).AddDays(1), time);
    }

    /// <summary>A date for people, such as 2026年11月21日.</summary>
    public static string Format(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>The day of an instant for people, such as 2026年11月21日.</summary>
    public string FormatDay(DateTimeOffset instant) => Format(DayOf(instant));

    /// <summary>Day and minute for people, such as 2026年11月21日 09:30.</summary>
    public string FormatMinute(DateTimeOffset instant) =>
        ToLocal(instant).ToString("yyyy年M月d日 HH:mm", CultureInfo.InvariantCulture);
}
