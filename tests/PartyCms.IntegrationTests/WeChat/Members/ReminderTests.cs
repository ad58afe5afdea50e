using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Jobs;
using PartyCms.Kernel.Time;
using PartyCms.Learning.Lessons;
using PartyCms.Learning.Study;
using PartyCms.Organization.Contracts;
using PartyCms.WeChat.Members.Reminders;

namespace PartyCms.IntegrationTests.WeChat.Members;

/// <summary>Each test begins at seven in the evening of a day of its own, the site's time.</summary>
public sealed class ReminderTests(MembersSite site) : IClassFixture<MembersSite>
{
    private const string Send = "/cgi-bin/message/subscribe/bizsend";

    private const string Write = "/cgi-bin/message/custom/send";

    [Fact]
    public async Task Who_agreed_to_a_notice_gets_one_and_no_second_on_the_same_day()
    {
        await WishAsync("oOnce", 21, ReminderSlot.Evening);
        await AnswerAsync("oOnce", "accept");
        await AnswerAsync("oOnce", "accept", 2);
        await GoToAsync(20, 31);

        await RunAsync();
        await RunAsync();

        Assert.Equal(1, CountOf(Send, "oOnce"));
        Assert.Equal(1, await GrantsAsync("oOnce"));
    }

    [Fact]
    public async Task A_notice_names_the_lesson_and_leads_to_it()
    {
        await WishAsync("oReads", 22, ReminderSlot.Evening);
        await AnswerAsync("oReads", "accept");
        await GoToAsync(20, 31);

        await RunAsync();

        var body = Assert.Single(site.WeChat.Calls, call => call.Path == Send && Mentions(call.Body, "oReads")).Body;
        Assert.Contains($"\"template_id\":\"{MembersSite.Template}\"", body, StringComparison.Ordinal);
        Assert.Contains("\"thing1\":{\"value\":\"", body, StringComparison.Ordinal);
        Assert.Contains("\"page\":\"https://dj.example.cn/wechat/oauth?return=%2Flessons%2F", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_agreement_is_good_for_one_notice()
    {
        await WishAsync("oTwoDays", 23, ReminderSlot.Evening);
        await AnswerAsync("oTwoDays", "accept");
        await GoToAsync(20, 31);
        await RunAsync();
        await GoToAsync(20, 31);

        await RunAsync();

        Assert.Equal(1, CountOf(Send, "oTwoDays"));
    }

    [Theory]
    [InlineData(24, "subscribe_msg_popup_event", "SubscribeMsgPopupEvent")]
    [InlineData(25, "subscribe_msg_change_event", "SubscribeMsgChangeEvent")]
    public async Task Who_refuses_later_gets_none(int number, string name, string element)
    {
        var openId = "oRefuses-" + element;
        await WishAsync(openId, number, ReminderSlot.Evening);
        await AnswerAsync(openId, "accept");
        await AnswerAsync(openId, "reject", 2, name, element);
        await GoToAsync(20, 31);

        await RunAsync();

        Assert.Equal(0, CountOf(Send, openId));
    }

    [Fact]
    public async Task Who_did_not_wish_it_is_not_reminded()
    {
        var (client, _) = await site.BindAsync("oQuiet", 26);
        client.Dispose();
        await AnswerAsync("oQuiet", "accept");
        await GoToAsync(20, 31);

        await RunAsync();

        Assert.Equal(0, CountOf(Send, "oQuiet"));
    }

    [Fact]
    public async Task Who_wrote_lately_is_reminded_by_a_message_and_keeps_the_agreement()
    {
        await WishAsync("oWrote", 27, ReminderSlot.Evening);
        await AnswerAsync("oWrote", "accept");
        await GoToAsync(20, 31);
        await site.PushAsync("text", "<Content>帮助</Content><MsgId>71</MsgId>", "oWrote");

        await RunAsync();

        Assert.Equal((1, 0), (CountOf(Write, "oWrote"), CountOf(Send, "oWrote")));
        Assert.Equal(1, await GrantsAsync("oWrote"));
    }

    [Fact]
    public async Task Who_has_learned_today_is_left_alone()
    {
        var member = await WishAsync("oDone", 28, ReminderSlot.Evening);
        await AnswerAsync("oDone", "accept");
        await GoToAsync(20, 31);
        await FinishTodayAsync(member);

        await RunAsync();

        Assert.Equal(0, CountOf(Send, "oDone"));
    }

    [Fact]
    public async Task Nobody_is_reminded_before_or_long_after_the_chosen_time()
    {
        await WishAsync("oTime", 29, ReminderSlot.Morning);
        await AnswerAsync("oTime", "accept");
        await GoToAsync(20, 31);

        await RunAsync();
        await GoToAsync(7, 29);
        await RunAsync();

        Assert.Equal(0, CountOf(Send, "oTime"));
    }

    [Fact]
    public async Task When_WeChat_says_that_there_is_no_agreement_the_ledger_believes_it()
    {
        site.WeChat.Answer(Send, """{"errcode":43101,"errmsg":"user refuse to accept the msg"}""");
        await WishAsync("oUsedUp", 30, ReminderSlot.Evening);
        await AnswerAsync("oUsedUp", "accept");
        await AnswerAsync("oUsedUp", "accept", 2);
        await GoToAsync(20, 31);

        await RunAsync();

        Assert.Equal(1, CountOf(Send, "oUsedUp"));
        Assert.Equal(0, await GrantsAsync("oUsedUp"));
        site.WeChat.Answer(Send, """{"errcode":0,"errmsg":"ok"}""");
    }

    [Fact]
    public async Task A_notice_whose_answer_was_lost_is_not_sent_again()
    {
        site.WeChat.Answer(Send, "<html>502 Bad Gateway</html>");
        await WishAsync("oLost", 31, ReminderSlot.Evening);
        await AnswerAsync("oLost", "accept");
        await AnswerAsync("oLost", "accept", 2);
        await GoToAsync(20, 31);

        await RunAsync();
        await RunAsync();

        Assert.Equal(1, CountOf(Send, "oLost"));
        site.WeChat.Answer(Send, """{"errcode":0,"errmsg":"ok"}""");
    }

    [Fact]
    public async Task Switching_off_ends_it()
    {
        var (client, member) = await site.BindAsync("oOff", 32);
        using (client)
        {
            using var on = await RemindAsync(client, "Evening");
            Assert.Equal(1, await site.CountAsync<ReminderWish>(wish => wish.MemberId == member.Id));

            using var off = await RemindAsync(client, "");
        }

        Assert.Equal(0, await site.CountAsync<ReminderWish>(wish => wish.MemberId == member.Id));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<HttpResponseMessage> RemindAsync(HttpClient client, string slot) =>
        CmsFactory.PostFormAsync(client, "/me/wechat", new() { ["slot"] = slot }, "/me/wechat?handler=Remind");

    private static bool Mentions(string body, string openId) => body.Contains($"\"touser\":\"{openId}\"", StringComparison.Ordinal);

    private int CountOf(string path, string openId) =>
        site.WeChat.Calls.Count(call => call.Path == path && Mentions(call.Body, openId));

    private async Task<MemberInfo> WishAsync(string openId, int place, ReminderSlot slot)
    {
        var (client, member) = await site.BindAsync(openId, place);
        using (client)
        {
            using var answer = await RemindAsync(client, slot.ToString());
        }

        return member;
    }

    private Task AnswerAsync(
        string openId, string status, int turn = 1, string name = "subscribe_msg_popup_event",
        string element = "SubscribeMsgPopupEvent") => site.PushAsync(
        "event",
        $"<Event>{name}</Event><{element}><List><TemplateId>{MembersSite.Template}</TemplateId>"
        + $"<SubscribeStatusString>{status}</SubscribeStatusString><PopupScene>{turn}</PopupScene></List></{element}>",
        openId);

    private Task<int> GrantsAsync(string openId) =>
        site.CountAsync<NoticeGrant>(grant => grant.OpenId == openId && grant.SpentUtc == null);

    /// <summary>Moves the clock on to the next time that the site's wall clock shows this, a day with its lesson.</summary>
    private async Task GoToAsync(int hour, int minute)
    {
        var time = site.Host.Services.GetRequiredService<SiteTime>();
        var goal = time.At(time.Today, new TimeOnly(hour, minute));
        site.Clock.Advance((goal > time.Now ? goal : time.At(time.Today.AddDays(1), new TimeOnly(hour, minute))) - time.Now);
        await RunAsync<PublishLessonsOfTheDay>();
    }

    private Task RunAsync() => RunAsync<SendReminders>();

    private Task<bool> RunAsync<TJob>()
        where TJob : IScheduledJob => site.WithAsync(async services =>
    {
        await services.GetServices<IScheduledJob>().OfType<TJob>().Single().RunAsync(Cancel);
        return true;
    });

    private Task<int> FinishTodayAsync(MemberInfo member) => site.WithAsync(services =>
    {
        var time = services.GetRequiredService<SiteTime>();
        var db = services.GetRequiredService<CmsDbContext>();
        db.Add(new StudyEntry
        {
            MemberId = member.Id,
            BranchId = member.BranchId,
            Mode = StudyMode.DailyLesson,
            Title = "今天的党课",
            Day = time.Today,
            Year = time.Today.Year,
            Minutes = 5,
            DayCount = 1,
            RecordedUtc = time.Now,
        });
        return db.SaveChangesAsync(Cancel);
    });
}
