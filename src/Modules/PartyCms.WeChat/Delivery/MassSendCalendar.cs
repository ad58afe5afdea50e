namespace PartyCms.WeChat.Delivery;

/// <summary>One day of the calendar of mass sends.</summary>
/// <param name="Number">Of the month, from 1.</param>
/// <param name="Sends">Mass sends on it.</param>
/// <param name="IsToday">Whether it is today, in Shanghai.</param>
internal sealed record MassSendDay(int Number, int Sends, bool IsToday);

/// <summary>A month of mass sends in weeks.</summary>
internal static class MassSendCalendar
{
    /// <summary>The weeks of today's month, each from Monday to Sunday; places outside of the month are null.</summary>
    /// <param name="today">In Shanghai.</param>
    /// <param name="sent">When something was mass-sent.</param>
    public static IReadOnlyList<MassSendDay?[]> Of(DateOnly today, IReadOnlyCollection<DateTimeOffset> sent)
    {
        var days = sent.Select(MassSendQuota.DayOf).ToLookup(day => day);
        var first = new DateOnly(today.Year, today.Month, 1);
        var lead = ((int)first.DayOfWeek + 6) % 7;
        var places = Enumerable.Repeat<MassSendDay?>(null, lead).Concat(
            Enumerable.Range(1, DateTime.DaysInMonth(today.Year, today.Month)).Select(number =>
            {
                var day = first.AddDays(number - 1);
                return (MassSendDay?)new MassSendDay(number, days[day].Count(), day == today);
            }));
        return [.. places.Chunk(7).Select(week => week.Length == 7 ? week : [.. week, .. new MassSendDay?[7 - week.Length]])];
    }
}
