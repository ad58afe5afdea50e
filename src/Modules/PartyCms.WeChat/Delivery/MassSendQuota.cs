namespace PartyCms.WeChat.Delivery;

/// <summary>What is left of the mass sends that WeChat grants.</summary>
/// <param name="Left">How many more in the span.</param>
/// <param name="Limit">How many in the span altogether.</param>
/// <param name="Span">The span, in Chinese.</param>
internal sealed record MassSendAllowance(int Left, int Limit, string Span);

/// <summary>
/// Counts mass sends: a subscription account has one a day, a follower of a service account gets four a month. Days and
/// months are those of Shanghai, whatever the site's zone.
/// </summary>
internal static class MassSendQuota
{
    public const int PerMonth = 4;

    public const int PerDay = 1;

    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    public static MassSendAllowance Of(AccountKind kind, IEnumerable<DateTimeOffset> sent, DateTimeOffset now)
    {
        var today = DayOf(now);
        var days = sent.Select(DayOf).ToList();
        return kind == AccountKind.Service
            ? new MassSendAllowance(Math.Max(0, PerMonth - days.Count(day => day.Year == today.Year && day.Month == today.Month)), PerMonth, "本月")
            : new MassSendAllowance(Math.Max(0, PerDay - days.Count(day => day == today)), PerDay, "今天");
    }

    /// <summary>The day on which WeChat counts an instant.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Shanghai).DateTime);

    /// <summary>When the next of WeChat's days begins, a minute past midnight for clocks that differ.</summary>
    public static DateTimeOffset NextDay(DateTimeOffset now) =>
        new DateTimeOffset(DayOf(now).AddDays(1).ToDateTime(new TimeOnly(0, 1)), Shanghai).ToUniversalTime();
}
