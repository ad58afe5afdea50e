using PartyCms.Kernel.Settings;
using PartyCms.Learning.Contracts;
using PartyCms.WeChat.Callback;

namespace PartyCms.WeChat.Conversation;

/// <summary>Decides what the account answers to a message or an event.</summary>
internal sealed class ComposeReply(SiteSettings settings, TodayLesson todayLesson, SiteLink siteLink)
{
    private const string Hint = $"回复“{Keyword.Lesson}”，看今天的党课。";

    public async Task<Reply> RunAsync(MessageContent question, CancellationToken cancellationToken) => question switch
    {
        Subscribed => await WelcomeAsync(cancellationToken),
        TextContent { Text: var text } when Keyword.From(text) == Keyword.Lesson =>
            await LessonAsync(cancellationToken),
        TextContent => new TextReply(Hint),
        _ => new NoReply(),
    };

    private async Task<Reply> WelcomeAsync(CancellationToken cancellationToken)
    {
        var siteName = await settings.GetAsync(SiteSettings.SiteName, cancellationToken);
        return new TextReply($"欢迎关注{siteName}。\n{Hint}");
    }

    private async Task<Reply> LessonAsync(CancellationToken cancellationToken) =>
        await todayLesson.FindAsync(cancellationToken) is { } lesson
            ? new NewsReply([new NewsItem(
                lesson.Title, $"约{lesson.Minutes}分钟。{lesson.Summary}", PictureUrl: "", siteLink.To(lesson.Href))])
            : new TextReply($"今天没有新的党课，可以看看以前的：{siteLink.To("/lessons")}");
}
