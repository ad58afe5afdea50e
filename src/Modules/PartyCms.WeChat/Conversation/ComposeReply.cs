using PartyCms.Kernel.Settings;
using PartyCms.WeChat.Callback;

namespace PartyCms.WeChat.Conversation;

/// <summary>Decides what the account answers to a message or an event.</summary>
internal sealed class ComposeReply(SiteSettings settings, SiteLink siteLink)
{
    private const string Hint = $"回复“{Keyword.Lesson}”,看今天的党课。";

    public async Task<Reply> RunAsync(MessageContent question, CancellationToken cancellationToken) => question switch
    {
        Subscribed => new TextReply($"欢迎关注{await SiteNameAsync(cancellationToken)}。\n{Hint}"),
        TextContent { Text: var text } when Keyword.From(text) == Keyword.Lesson => Lesson(),
        TextContent => new TextReply(Hint),
        _ => new NoReply(),
    };

    private NewsReply Lesson() =>
        new([new NewsItem("今日党课", "点开就学,不用登录。", PictureUrl: "", siteLink.To("/lessons/today"))]);

    private Task<string?> SiteNameAsync(CancellationToken cancellationToken) =>
        settings.GetAsync(SiteSettings.SiteName, cancellationToken);
}
