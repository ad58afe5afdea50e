namespace PartyCms.WeChat.Client.Capabilities;

/// <summary>Capabilities as people call them.</summary>
internal static class CapabilityName
{
    public static string DisplayName(this Capability capability) => capability switch
    {
        Capability.Materials => "素材管理",
        Capability.Drafts => "草稿箱",
        Capability.FreePublish => "发布（不推送）",
        Capability.MassSend => "群发",
        Capability.Menu => "自定义菜单",
        Capability.ConditionalMenu => "个性化菜单",
        Capability.SceneQrCode => "带参数二维码",
        Capability.Followers => "关注者信息",
        Capability.Tags => "用户标签",
        Capability.CustomerMessages => "客服消息",
        Capability.TemplateMessages => "模板消息",
        Capability.SubscriptionNotices => "订阅通知",
        Capability.WebAuthorization => "网页授权",
        Capability.JsSdk => "网页 JS 接口（分享、扫码）",
        Capability.Figures => "数据统计",
    };

    /// <summary>What the site cannot do without it.</summary>
    public static string Purpose(this Capability capability) => capability switch
    {
        Capability.Materials => "上传封面和文章图片",
        Capability.Drafts => "把文章送到草稿箱",
        Capability.FreePublish => "直接发布文章，得到永久链接",
        Capability.MassSend => "把文章推送给关注者",
        Capability.Menu => "设置聊天窗口底部的菜单",
        Capability.ConditionalMenu => "给不同支部看不同的菜单",
        Capability.SceneQrCode => "扫码关注并认出所属支部",
        Capability.Followers => "读取关注者名单",
        Capability.Tags => "按支部给关注者分组",
        Capability.CustomerMessages => "在 48 小时内主动回复关注者",
        Capability.TemplateMessages => "发送业务通知",
        Capability.SubscriptionNotices => "发送学习提醒等订阅通知",
        Capability.WebAuthorization => "党员在微信里免密登录",
        Capability.JsSdk => "分享卡片、扫码签到",
        Capability.Figures => "显示微信统计的关注和阅读数字",
    };
}
