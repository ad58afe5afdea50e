namespace PartyCms.Learning.CheckIns;

/// <summary>Where a gathering stands.</summary>
internal enum GatheringState
{
    /// <summary>It is too early to check in.</summary>
    Planned,

    /// <summary>Members may check in.</summary>
    Open,

    /// <summary>It is over, and the secretary has not confirmed who was there.</summary>
    Over,

    /// <summary>Its hours are in the ledger.</summary>
    Confirmed,
}

internal static class GatheringStates
{
    /// <summary>People come early, and those who come late or forgot still find the code for a while.</summary>
    private static readonly TimeSpan Around = TimeSpan.FromMinutes(30);

    public static GatheringState StateAt(this Gathering gathering, DateTimeOffset now) =>
        gathering.ConfirmedUtc is not null ? GatheringState.Confirmed
        : now < gathering.HeldUtc - Around ? GatheringState.Planned
        : now <= gathering.HeldUtc.AddMinutes(gathering.Minutes) + Around ? GatheringState.Open
        : GatheringState.Over;

    public static string DisplayName(this GatheringState state) => state switch
    {
        GatheringState.Planned => "未开始",
        GatheringState.Open => "签到中",
        GatheringState.Over => "待确认",
        GatheringState.Confirmed => "已计入学时",
    };

    /// <summary>Begins of gatherings that may be open now: the longest one counts a whole day.</summary>
    public static (DateTimeOffset From, DateTimeOffset To) BeginsOfOpen(DateTimeOffset now) =>
        (now - Around - TimeSpan.FromMinutes(Study.StudyTime.DailyCeiling), now + Around);
}
