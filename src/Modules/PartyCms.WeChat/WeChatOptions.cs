using System.Globalization;

namespace PartyCms.WeChat;

/// <summary>
/// Settings of section <c>WeChat</c>; they need a restart. All empty means that the site has no account.
/// </summary>
internal sealed class WeChatOptions
{
    public const string SectionName = "WeChat";

    /// <summary>The account's AppID, <c>wx…</c>.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The account's secret, for calls to WeChat; the callback does without.</summary>
    public string AppSecret { get; set; } = "";

    /// <summary>What callbacks are signed with, as it was entered at WeChat; empty means no callback.</summary>
    public string Token { get; set; } = "";

    /// <summary>What callbacks are encrypted with, as it was entered at WeChat; plain mode does without.</summary>
    public string EncodingAesKey { get; set; } = "";

    /// <summary>The key before, while it is being replaced: WeChat goes on using it for a while.</summary>
    public string PreviousEncodingAesKey { get; set; } = "";

    /// <summary>One of <see cref="CallbackMode"/>.</summary>
    public string Mode { get; set; } = nameof(CallbackMode.Safe);

    /// <summary>
    /// How many minutes old, or early, a push may be; 0 for any age. WeChat's protocol sets no bound, and what comes
    /// twice is not handled twice; the bound helps against a push that somebody kept for more than a day.
    /// </summary>
    public string ReplayMinutes { get; set; } = "0";

    /// <summary>For how many days the message log is kept; 0 for no log.</summary>
    public string MessageLogDays { get; set; } = "30";

    /// <summary>One of <see cref="WeChat.AccountKind"/>.</summary>
    public string AccountKind { get; set; } = nameof(WeChat.AccountKind.Service);

    /// <summary><c>true</c> or <c>false</c>: whether WeChat has verified the organization behind the account.</summary>
    public string Verified { get; set; } = "true";

    /// <summary>Origin of WeChat's API.</summary>
    public string ApiBase { get; set; } = "https://api.weixin.qq.com";

    /// <summary>Origin of the page on which a member lets the site recognize them.</summary>
    public string OpenBase { get; set; } = "https://open.weixin.qq.com";

    /// <summary>Origin of the account's own administration.</summary>
    public string MpBase { get; set; } = "https://mp.weixin.qq.com";

    /// <summary>The template of the daily reminder (订阅通知); empty for none.</summary>
    public string ReminderTemplateId { get; set; } = "";

    /// <summary>The template's field for the lesson's title, of the kind <c>thing</c>; empty where it has none.</summary>
    public string ReminderTitleField { get; set; } = "thing1";

    /// <summary>The template's field for the day, of the kind <c>time</c> or <c>date</c>; empty where it has none.</summary>
    public string ReminderTimeField { get; set; } = "time2";

    /// <summary>The template's field for a remark, of the kind <c>thing</c>; empty where it has none.</summary>
    public string ReminderNoteField { get; set; } = "thing3";

    /// <summary>How long an answer of WeChat's is waited for, in seconds, 1 to 60; six times as long for a file.</summary>
    public string TimeoutSeconds { get; set; } = "10";

    public TimeSpan Timeout => TimeSpan.FromSeconds(int.Parse(TimeoutSeconds, CultureInfo.InvariantCulture));

    public int LogDays => int.Parse(MessageLogDays, CultureInfo.InvariantCulture);

    public bool HasApi => AppId.Length > 0 && AppSecret.Length > 0;

    public AccountKind Kind => Enum.Parse<AccountKind>(AccountKind, ignoreCase: true);

    public bool IsVerified => bool.Parse(Verified);

    public bool HasCallback => Token.Length > 0;

    /// <summary>Whether WeChat tells this account who a visitor is: only verified service accounts may ask.</summary>
    public bool CanRecognizeMembers => HasApi && IsVerified && Kind == WeChat.AccountKind.Service;

    public CallbackMode CallbackMode => Enum.Parse<CallbackMode>(Mode, ignoreCase: true);
}
