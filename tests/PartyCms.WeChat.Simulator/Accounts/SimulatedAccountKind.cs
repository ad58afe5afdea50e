namespace PartyCms.WeChat.Simulator.Accounts;

/// <summary>What WeChat allows differs between the two kinds of account.</summary>
public enum SimulatedAccountKind
{
    /// <summary>服务号.</summary>
    Service,

    /// <summary>公众号, formerly 订阅号.</summary>
    Subscription,
}
