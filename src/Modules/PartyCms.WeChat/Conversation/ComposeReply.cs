using PartyCms.Kernel.Settings;
using PartyCms.Kernel.Text;
using PartyCms.Organization.Contracts;
using PartyCms.WeChat.Callback;
using PartyCms.WeChat.Conversation.Answers;
using PartyCms.WeChat.Conversation.Followers;
using PartyCms.WeChat.Conversation.Keywords;

namespace PartyCms.WeChat.Conversation;

/// <summary>
/// Decides what the account answers to a message or an event. It only reads, and nothing outside of the database, so
/// that WeChat has its answer in time.
/// </summary>
internal sealed class ComposeReply(
    KeywordRules rules, SiteAnswers site, SearchAnswer search, BranchDirectory branches, SiteSettings settings, SiteLink links)
{
    /// <summary>Name of the setting that holds the text which new followers are welcomed with.</summary>
    public const string WelcomeSetting = "wechat.welcome";

    private const string Hint = $"回复“{Keyword.Lesson}”看今天的党课，回复“{Keyword.Help}”看还能问什么。";

    public async Task<Reply> RunAsync(IncomingMessage message, CancellationToken cancellationToken) => message.Content switch
    {
        Subscribed follower => await WelcomeAsync(follower.Scene, cancellationToken),
        SceneScanned scanned => await BranchOfAsync(scanned.Scene, cancellationToken) is { } branch
            ? new TextReply(Greeting(branch))
            : new NoReply(),
        TextContent text => await AnswerAsync(text.Text, message.FromUserName, cancellationToken),
        VoiceContent { Recognition: { Length: > 0 } recognized } => await AnswerAsync(recognized, message.FromUserName, cancellationToken),
        MenuClicked menu => await FindByWordAsync(menu.Key, message.FromUserName, cancellationToken) ?? new TextReply(Hint),
        _ => new NoReply(),
    };

    /// <summary>What a text is answered with.</summary>
    /// <param name="text">As it was typed.</param>
    /// <param name="openId">Who asks; null for nobody, in a preview.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<Reply> AnswerAsync(string text, string? openId, CancellationToken cancellationToken) =>
        await FindByWordAsync(text, openId, cancellationToken)
            ?? await search.FindAsync(text, cancellationToken)
            ?? new TextReply($"没有找到相关内容。\n{Hint}");

    /// <summary>What a rule of the administrators answers.</summary>
    public Reply Written(KeywordRule rule) => rule.Answer switch
    {
        KeywordAnswer.Text => new TextReply(rule.Text),
        KeywordAnswer.News => new NewsReply([new NewsItem(
            rule.Title, rule.Text, rule.Picture.Length == 0 ? "" : links.Complete(rule.Picture), links.Complete(rule.Link))]),
    };

    private async Task<Reply?> FindByWordAsync(string text, string? openId, CancellationToken cancellationToken) =>
        await rules.FindAsync(text, cancellationToken) is { } rule
            ? Written(rule)
            : await site.FindAsync(Keyword.From(text), openId, cancellationToken);

    private async Task<Reply> WelcomeAsync(string? scene, CancellationToken cancellationToken)
    {
        var written = await settings.GetAsync(WelcomeSetting, cancellationToken);
        var siteName = await settings.GetAsync(SiteSettings.SiteName, cancellationToken);
        var welcome = string.IsNullOrWhiteSpace(written) ? $"欢迎关注{siteName}。\n{Hint}" : written;
        return new TextReply(await BranchOfAsync(scene, cancellationToken) is { } branch
            ? $"{welcome}\n{Greeting(branch)}"
            : welcome);
    }

    private string Greeting(BranchInfo branch) =>
        $"您扫的是{branch.Name}的二维码：{LinkText.Link("看看支部主页", links.To(PublicPath.Of("b", branch.Slug)))}。";

    private async Task<BranchInfo?> BranchOfAsync(string? scene, CancellationToken cancellationToken) =>
        BranchScene.TryParse(scene, out var branch)
            ? await branches.FindAsync(branch.OrgUnitId, cancellationToken)
            : null;
}
