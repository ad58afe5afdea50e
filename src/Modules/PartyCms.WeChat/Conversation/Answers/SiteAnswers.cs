using PartyCms.Kernel.Content;
using PartyCms.Kernel.Settings;
using PartyCms.Learning.Contracts;
using PartyCms.WeChat.Callback;

namespace PartyCms.WeChat.Conversation.Answers;

/// <summary>What the site answers by itself to the words of <see cref="Keyword.BuiltIn"/>.</summary>
internal sealed class SiteAnswers(
    TodayLesson todayLesson, PublicContent content, OwnStudyAnswer ownStudy, SiteSettings settings, SiteLink links)
{
    /// <summary>Name of the setting that turns the hand-over to people off, with the value <c>off</c>.</summary>
    public const string PersonSetting = "wechat.person";

    private const string DisclosureType = "Disclosure";

    private const string NewsType = "BranchNews";

    private const int Listed = 5;

    /// <summary>What can be asked for, one word a line.</summary>
    public static string Words { get; } = "回复下面的词：\n" + string.Join(
        '\n', Keyword.BuiltIn.Where(word => word.Key != Keyword.Help).Select(word => $"{word.Key}：{word.Value}"))
        + "\n也可以直接写您要找的内容。";

    /// <summary>Null for a word that the site does not know.</summary>
    /// <param name="word">From <see cref="Keyword.From"/>.</param>
    /// <param name="openId">Who asks; null for nobody, in a preview.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<Reply?> FindAsync(string word, string? openId, CancellationToken cancellationToken) => word switch
    {
        Keyword.Lesson => await LessonAsync(cancellationToken),
        Keyword.Disclosures => await ListAsync(
            DisclosureType, "最新党务公开", "/disclosures", cancellationToken),
        Keyword.Activities => await ListAsync(NewsType, "支部近期动态", "/news", cancellationToken),
        Keyword.CheckIn => Page("到会签到", "到了现场，对着签到码扫一扫，或者输入六位数字。", "/me/checkin"),
        Keyword.Mine => Page("我的学习", "学时、积分和学习记录，只有您自己看得到。", "/me"),
        Keyword.Credits => await ownStudy.FindAsync(openId, cancellationToken) ?? Page("我的学时和积分", "今年学了多少，还差多少，只有您自己看得到。", "/me"),
        Keyword.Help => new TextReply(Words),
        Keyword.Person => await PersonAsync(cancellationToken),
        _ => null,
    };

    private async Task<Reply> LessonAsync(CancellationToken cancellationToken) =>
        await todayLesson.FindAsync(cancellationToken) is { } lesson
            ? new NewsReply([new NewsItem(
                lesson.Title, $"约{lesson.Minutes}分钟。{lesson.Summary}", PictureUrl: "", links.To(lesson.Href))])
            : new TextReply($"今天没有新的党课，可以看看以前的：{links.To("/lessons")}");

    private async Task<Reply> ListAsync(string type, string title, string path, CancellationToken cancellationToken)
    {
        var page = await content.ListAsync(new SummaryFilter(type, Take: Listed), cancellationToken);
        return page.Items.Count == 0
            ? new TextReply($"还没有{title}。")
            : new ListReply(
                $"{title}：", [.. page.Items.Select(item => item.ToNews(links))], LinkText.Link("看全部", links.To(path)));
    }

    private NewsReply Page(string title, string description, string path) =>
        new([new NewsItem(title, description, PictureUrl: "", links.ToMember(path))]);

    private async Task<Reply> PersonAsync(CancellationToken cancellationToken) =>
        await settings.GetAsync(PersonSetting, cancellationToken) == "off"
            ? new TextReply($"这里暂时没有人工客服。有事请联系本支部书记，或者{LinkText.Link("给我们留言", links.To("/report"))}。")
            : new CustomerServiceReply(null);
}
