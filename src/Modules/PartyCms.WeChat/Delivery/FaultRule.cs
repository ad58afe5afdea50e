using PartyCms.WeChat.Client;
using PartyCms.WeChat.Client.Errors;

namespace PartyCms.WeChat.Delivery;

/// <summary>What to do after an error of WeChat's.</summary>
internal abstract record FaultRule
{
    /// <summary>Tries of one step before a person is called: with the growing pauses about a day.</summary>
    public const int MostAttempts = 14;

    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(3);

    private FaultRule()
    {
    }

    /// <summary>Try again at an instant.</summary>
    public sealed record TryAgain(DateTimeOffset At) : FaultRule;

    /// <summary>Leave the draft where it is and let a person finish at WeChat.</summary>
    public sealed record HandOver : FaultRule;

    /// <summary>Stop and call a person.</summary>
    public sealed record GiveUp : FaultRule;

    /// <param name="error">What WeChat said, or that it said nothing.</param>
    /// <param name="stage">The step that met it.</param>
    /// <param name="attempts">Tries of this step that led nowhere before.</param>
    /// <param name="now">The present.</param>
    public static FaultRule For(WeChatError error, IssueStage stage, int attempts, DateTimeOffset now) => error.Class switch
    {
        ErrorClass.Permission when stage is IssueStage.Submitting or IssueStage.Sending => new HandOver(),
        ErrorClass.Quota when error.Code == WeChatCode.DailyQuota => new TryAgain(MassSendQuota.NextDay(now)),
        ErrorClass.Quota when error.Code == WeChatCode.MinuteQuota => new TryAgain(now.AddMinutes(1)),
        ErrorClass.Quota when error.Code == PublishTooOften && attempts < MostAttempts => new TryAgain(now.AddMinutes(10)),
        ErrorClass.Duplicate when error.Code == WeChatCode.MassSendTooSoon && attempts < MostAttempts => new TryAgain(now.AddMinutes(1)),
        ErrorClass.Busy or ErrorClass.UnknownOutcome or ErrorClass.Token when attempts < MostAttempts => new TryAgain(now + Pause(attempts)),
        _ => new GiveUp(),
    };

    /// <summary>53501: so many publications in a short time are not let through.</summary>
    private const int PublishTooOften = 53501;

    // At least a minute, so that a call whose answer was lost is over before its outcome is looked for.
    private static TimeSpan Pause(int attempts)
    {
        var pause = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(attempts, 10)));
        return pause < LongestPause ? pause : LongestPause;
    }
}
