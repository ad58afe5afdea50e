namespace PartyCms.WeChat.Simulator.Pushing;

/// <summary>How a push ended, and with it what the follower sees.</summary>
public enum PushVerdict
{
    /// <summary>The site said <c>success</c> or nothing: the follower sees nothing.</summary>
    Accepted,

    /// <summary>The site answered and the follower sees the answer.</summary>
    Answered,

    /// <summary>The answer made no sense: 该公众号提供的服务出现故障.</summary>
    Faulty,

    /// <summary>No attempt was answered with 200 in time: 该公众号暂时无法提供服务.</summary>
    Unavailable,

    /// <summary>Nothing was sent: there is no address, or WeChat pauses after many failures.</summary>
    NotSent,
}
