namespace PartyCms.WeChat.Client.Capabilities;

/// <summary>What WeChat grants to some accounts and not to others.</summary>
internal enum Capability
{
    /// <summary>素材: pictures and other files in the account's library.</summary>
    Materials,

    /// <summary>草稿箱.</summary>
    Drafts,

    /// <summary>发布 (freepublish): an article gets its permanent address without being pushed to followers.</summary>
    FreePublish,

    /// <summary>群发.</summary>
    MassSend,

    /// <summary>自定义菜单.</summary>
    Menu,

    /// <summary>个性化菜单.</summary>
    ConditionalMenu,

    /// <summary>带参数二维码.</summary>
    SceneQrCode,

    /// <summary>用户管理: the list of followers and what is known of each.</summary>
    Followers,

    /// <summary>用户标签.</summary>
    Tags,

    /// <summary>客服消息.</summary>
    CustomerMessages,

    /// <summary>模板消息.</summary>
    TemplateMessages,

    /// <summary>订阅通知.</summary>
    SubscriptionNotices,

    /// <summary>网页授权: a page learns who reads it.</summary>
    WebAuthorization,

    /// <summary>JS-SDK: share cards, scanning.</summary>
    JsSdk,

    /// <summary>数据统计: what WeChat counts of followers and articles.</summary>
    Figures,
}
