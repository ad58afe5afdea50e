using PartyCms.WeChat.Callback;

namespace PartyCms.WeChat.Conversation.Log;

/// <summary>Messages and answers in a few words, for the log.</summary>
/// <param name="Kind">What it was, in Chinese.</param>
/// <param name="Text">What it said; may be empty.</param>
internal sealed record MessageSummary(string Kind, string Text)
{
    /// <summary>Null for what no follower did, for somebody who left, and for where somebody is.</summary>
    public static MessageSummary? Of(MessageContent content) => content switch
    {
        TextContent text => new("文字", text.Text),
        ImageContent => new("图片", ""),
        VoiceContent => new("语音", ""),
        VideoContent => new("视频", ""),
        LocationContent or PlaceChosen => new("位置", ""),
        LinkContent link => new("链接", link.Title),
        OtherContent other => new("其他", other.Kind),
        Subscribed => new("关注", ""),
        SceneScanned => new("扫码", ""),
        MenuClicked menu => new("点菜单", menu.Key),
        CodeScanned code => new("扫一扫", code.Key),
        _ => null,
    };

    public static string Of(Reply reply) => reply switch
    {
        TextReply text => text.Text,
        NewsReply news => string.Join('；', news.Items.Select(item => item.Title)),
        ListReply list => $"{list.Lead} {string.Join('；', list.Items.Select(item => item.Title))}",
        ImageReply => "图片",
        CustomerServiceReply => "转人工客服",
        _ => "",
    };
}
