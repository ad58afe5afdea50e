namespace PartyCms.WeChat.Console.Menus;

/// <summary>What a button can do.</summary>
/// <param name="Name">WeChat's word.</param>
/// <param name="DisplayName">What the staff chooses.</param>
/// <param name="Target">What has to be given for it.</param>
internal sealed record ButtonType(string Name, string DisplayName, ButtonTarget Target)
{
    public static IReadOnlyList<ButtonType> All { get; } =
    [
        new("view", "打开网页", ButtonTarget.Address),
        new("click", "回复关键词", ButtonTarget.Key),
        new("miniprogram", "打开小程序", ButtonTarget.Address),
        new("article_view_limited", "打开已发布的文章", ButtonTarget.Article),
        new("article_id", "发送已发布的文章", ButtonTarget.Article),
        new("scancode_push", "扫一扫", ButtonTarget.Key),
        new("scancode_waitmsg", "扫一扫并等候回复", ButtonTarget.Key),
        new("pic_sysphoto", "拍照发送", ButtonTarget.Key),
        new("pic_photo_or_album", "拍照或从相册发送", ButtonTarget.Key),
        new("pic_weixin", "从相册发送", ButtonTarget.Key),
        new("location_select", "发送位置", ButtonTarget.Key),
        new("media_id", "发送素材", ButtonTarget.Media),
        new("view_limited", "打开图文素材", ButtonTarget.Media),
    ];

    public static ButtonType? Find(string? name) => All.FirstOrDefault(type => type.Name == name);
}

internal enum ButtonTarget
{
    Address,

    /// <summary>Words that come back in the event, and are answered like words that a follower writes.</summary>
    Key,

    Article,

    Media,
}
