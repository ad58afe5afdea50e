namespace PartyCms.WeChat.Client.Diagnostics;

/// <summary>What WeChat remembers of one call.</summary>
internal sealed record CallExplanation
{
    public required CallRecord Request { get; init; }
}

/// <summary>One call as WeChat saw it.</summary>
internal sealed record CallRecord
{
    /// <summary>In seconds since 1970, UTC.</summary>
    public long InvokeTime { get; init; }

    public int CostInMs { get; init; }

    /// <summary>Holds the token of the time in its query.</summary>
    public string? RequestUrl { get; init; }

    public string? RequestBody { get; init; }

    public string? ResponseBody { get; init; }

    /// <summary>The address that WeChat was called from.</summary>
    public string? ClientIp { get; init; }
}

/// <summary>A call by the id that WeChat gave it.</summary>
internal sealed record CallReference(string Rid);

/// <summary>How often one path may be called.</summary>
internal sealed record QuotaUse
{
    public required DailyQuota Quota { get; init; }

    public MinuteQuota? RateLimit { get; init; }
}

/// <summary>Calls of one day in Shanghai.</summary>
internal sealed record DailyQuota
{
    public long DailyLimit { get; init; }

    public long Used { get; init; }

    public long Remain { get; init; }
}

/// <summary>Calls of a short while.</summary>
internal sealed record MinuteQuota
{
    public long CallCount { get; init; }

    public long RefreshSecond { get; init; }
}

/// <summary>A path whose quota is meant, such as <c>/cgi-bin/draft/add</c>.</summary>
internal sealed record QuotaPath(string CgiPath);

/// <summary>The account whose quotas are to begin anew, without a token: the quota of tokens itself may be used up.</summary>
internal sealed record QuotaResetBySecret(string Appid, string Appsecret)
{
    public override string ToString() => "reset of " + Appid;
}

/// <summary>Addresses of WeChat's servers.</summary>
internal sealed record ServerAddresses
{
    public IReadOnlyList<string> IpList { get; init; } = [];
}

/// <summary>What WeChat shall try from its side.</summary>
/// <param name="Action"><c>dns</c>, <c>ping</c> or <c>all</c>.</param>
/// <param name="CheckOperator"><c>DEFAULT</c>, or the network to try it from.</param>
internal sealed record CallbackCheckOrder(string Action, string CheckOperator);

/// <summary>How WeChat reaches the site.</summary>
internal sealed record CallbackCheck
{
    public IReadOnlyList<CallbackName> Dns { get; init; } = [];

    public IReadOnlyList<CallbackPing> Ping { get; init; } = [];
}

/// <summary>What the name of the site stands for, seen from WeChat.</summary>
internal sealed record CallbackName
{
    public string? Ip { get; init; }

    public string? RealOperator { get; init; }
}

/// <summary>How far the site is from WeChat.</summary>
internal sealed record CallbackPing
{
    public string? Ip { get; init; }

    public string? FromOperator { get; init; }

    /// <summary>Such as <c>0%</c>.</summary>
    public string? PackageLoss { get; init; }

    /// <summary>Such as <c>23.079ms</c>.</summary>
    public string? Time { get; init; }
}
