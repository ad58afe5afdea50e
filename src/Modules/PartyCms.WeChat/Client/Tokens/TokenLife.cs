using PartyCms.WeChat.Client.Errors;

namespace PartyCms.WeChat.Client.Tokens;

/// <summary>How long tokens are used, and when WeChat may be asked for one again.</summary>
internal static class TokenLife
{
    /// <summary>How long a node trusts its own memory: longer, and it would go on with a token that another replaced.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(60);

    public static readonly TimeSpan BetweenForced = TimeSpan.FromSeconds(30);

    public const int ForcedPerDay = 20;

    /// <summary>WeChat replaces a token five minutes before its end and lets the old one live until then.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>How long a token is used that lives so many seconds more; of a short life half.</summary>
    public static TimeSpan UntilRenewal(int livesSeconds)
    {
        var life = TimeSpan.FromSeconds(livesSeconds);
        return life > 2 * Margin ? life - Margin : life / 2;
    }

    /// <summary>How long WeChat is left alone after it refused a token.</summary>
    public static TimeSpan PauseAfter(WeChatError error, DateTimeOffset now) => error switch
    {
        { Code: WeChatCode.MinuteQuota } => TimeSpan.FromMinutes(1),
        { Class: ErrorClass.Quota } => UntilMidnight(now),

        // A wrong secret stays wrong until somebody changes it, and a changed one is noticed at once.
        { Code: WeChatCode.InvalidCredential or WeChatCode.InvalidAppId or WeChatCode.InvalidSecret } => TimeSpan.FromDays(1),
        { Class: ErrorClass.Busy or ErrorClass.UnknownOutcome } => TimeSpan.FromSeconds(2),
        _ => TimeSpan.FromMinutes(5),
    };

    /// <summary>Which forced renewal of its day in Shanghai one would be now; null where it is not allowed.</summary>
    public static int? NextForced(DateTimeOffset? last, int countOfThatDay, DateTimeOffset now)
    {
        if (last is not { } earlier)
        {
            return 1;
        }

        var count = DayOf(earlier) == DayOf(now) ? countOfThatDay + 1 : 1;
        return now - earlier >= BetweenForced && count <= ForcedPerDay ? count : null;
    }

    private static DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Shanghai).DateTime);

    private static TimeSpan UntilMidnight(DateTimeOffset now) =>
        TimeSpan.FromDays(1) - TimeZoneInfo.ConvertTime(now, Shanghai).TimeOfDay;
}
