namespace PartyCms.WeChat.Delivery;

/// <summary>
/// How often WeChat is asked what became of something. An account has 100 questions a day for publications, so the pauses
/// grow.
/// </summary>
internal static class PollLadder
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30),
    ];

    /// <summary>Pause before the next question.</summary>
    /// <param name="asked">Questions asked so far.</param>
    public static TimeSpan After(int asked) => asked < Pauses.Length ? Pauses[asked] : TimeSpan.FromHours(1);

    /// <summary>Whether so long a silence means that nothing will come any more: a day.</summary>
    public static bool IsHopeless(DateTimeOffset since, DateTimeOffset now) => now - since > TimeSpan.FromDays(1);

    /// <summary>
    /// Whether the list of publications has been unreadable for so long that a person has to say what it holds: three days.
    /// The account's quota has begun anew three times by then, and whoever published the draft still remembers it.
    /// </summary>
    public static bool IsUnreadable(DateTimeOffset since, DateTimeOffset now) => now - since >= TimeSpan.FromDays(3);

    /// <summary>Pause before the box is looked into again, whether a draft still stands there.</summary>
    /// <param name="age">How long it has stood there.</param>
    public static TimeSpan ForDraft(TimeSpan age) =>
        age < TimeSpan.FromHours(1) ? TimeSpan.FromMinutes(10)
        : age < TimeSpan.FromDays(1) ? TimeSpan.FromHours(1)
        : TimeSpan.FromHours(6);
}
