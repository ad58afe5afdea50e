using PartyCms.Kernel.Settings;
using PartyCms.WeChat.Callback;

namespace PartyCms.WeChat.Conversation;

/// <summary>Decides what the account answers to a message or an event.</summary>
internal sealed class ComposeReply(SiteSettings settings)
{
    private const string Hint = "回复“学习”,看今天的党课。";

    public async Task<Reply> RunAsync(MessageContent question, CancellationToken cancellationToken) => question switch
    {
        Subscribed => new TextReply($"欢迎关注{await settings.GetAsync(SiteSettings.SiteName, cancellationToken)}。\n{Hint}"),
        TextContent => new TextReply(Hint),
        _ => new NoReply(),
    };
}
