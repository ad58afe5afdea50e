namespace PartyCms.WeChat;

/// <summary>What WeChat allows differs between the two kinds of account.</summary>
internal enum AccountKind
{
    /// <summary>服务号: recognizes members, sends notices.</summary>
    Service,

    /// <summary>公众号, formerly 订阅号: publishes articles.</summary>
    Subscription,
}
