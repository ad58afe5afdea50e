namespace PartyCms.WeChat.Simulator.Publishing;

/// <summary>State of a publication; the numbers are WeChat's.</summary>
public enum PublishStatus
{
    /// <summary>Everybody can read it.</summary>
    Succeeded = 0,

    /// <summary>WeChat is still at it.</summary>
    Publishing = 1,

    /// <summary>An article was not original.</summary>
    OriginalityFailed = 2,

    /// <summary>It failed for a reason that WeChat does not give.</summary>
    Failed = 3,

    /// <summary>WeChat's review refused it.</summary>
    Refused = 4,

    /// <summary>All its articles were deleted after it had succeeded.</summary>
    Deleted = 5,

    /// <summary>WeChat banned all its articles after it had succeeded.</summary>
    Banned = 6,
}
