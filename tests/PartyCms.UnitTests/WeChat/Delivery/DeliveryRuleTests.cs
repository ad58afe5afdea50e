using PartyCms.WeChat;
using PartyCms.WeChat.Client;
using PartyCms.WeChat.Delivery;

namespace PartyCms.UnitTests.WeChat.Delivery;

public class DeliveryRuleTests
{
    // 12:00 in Shanghai.
    private static readonly DateTimeOffset Now = new(2026, 9, 16, 4, 0, 0, TimeSpan.Zero);

    private static readonly Guid Id = new("0199513e-0000-7000-8000-000000000001");

    [Theory]
    [InlineData("https://dj.example.cn/news/a", "https://dj.example.cn/news/a?wx=0199513e000070008000000000000001.2")]
    [InlineData("https://dj.example.cn/news/a?b=1", "https://dj.example.cn/news/a?b=1&wx=0199513e000070008000000000000001.2")]
    [InlineData("https://dj.example.cn/news/%E6%98%A5", "https://dj.example.cn/news/%E6%98%A5?wx=0199513e000070008000000000000001.2")]
    public void A_marked_address_is_known_again(string page, string marked)
    {
        Assert.Equal(marked, DraftMarker.Mark(new Uri(page), Id, 2));
        Assert.True(DraftMarker.IsOn(marked, Id, 2));
        Assert.False(DraftMarker.IsOn(marked, Id, 1));
        Assert.False(DraftMarker.IsOn(page, Id, 2));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 30)]
    [InlineData(2, 60)]
    [InlineData(6, 1800)]
    [InlineData(7, 3600)]
    [InlineData(50, 3600)]
    public void Questions_grow_seldom(int asked, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), PollLadder.After(asked));

    [Fact]
    public void A_day_of_questions_stays_below_what_WeChat_answers()
    {
        var (asked, passed) = (0, TimeSpan.Zero);
        while (passed < TimeSpan.FromDays(1))
        {
            passed += PollLadder.After(asked++);
        }

        Assert.InRange(asked, 1, 33);
    }

    public static TheoryData<int, int, string> Faults => new()
    {
        { -1, 0, "again 00:01:00" },
        { -1, 3, "again 00:08:00" },
        { -1, 14, "give up" },
        { 45009, 0, "again 12:01:00" },
        { 45009, 40, "again 12:01:00" },
        { 45011, 0, "again 00:01:00" },
        { 53501, 0, "again 00:10:00" },
        { 45066, 0, "again 00:01:00" },
        { 45028, 0, "give up" },
        { 48001, 0, "hand over" },
        { 53500, 0, "hand over" },
        { 40164, 0, "give up" },
        { 40125, 0, "give up" },
        { 45166, 0, "give up" },
        { 40007, 0, "give up" },
        { 99999, 0, "give up" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_error_has_its_answer(int code, int attempts, string answer) =>
        Assert.Equal(answer, Answer(WeChatError.Answered(code, "x"), IssueStage.Submitting, attempts));

    [Fact]
    public void A_lost_answer_is_looked_after_a_minute_later() =>
        Assert.Equal("again 00:01:00", Answer(WeChatError.Unknown("x"), IssueStage.Drafting, 0));

    [Fact]
    public void Without_the_right_to_drafts_there_is_nothing_to_hand_over() =>
        Assert.Equal("give up", Answer(WeChatError.Answered(48001, "x"), IssueStage.Drafting, 0));

    public static TheoryData<string, int, int> Sends => new()
    {
        { "Subscription", 0, 1 },
        { "Subscription", 1, 0 },
        { "Subscription", 2, 0 },
        { "Service", 0, 4 },
        { "Service", 1, 3 },
        { "Service", 5, 0 },
    };

    [Theory]
    [MemberData(nameof(Sends))]
    public void What_is_left_of_the_mass_sends_is_counted(string kind, int today, int left) => Assert.Equal(
        left, MassSendQuota.Of(Enum.Parse<AccountKind>(kind), Enumerable.Repeat(Now, today), Now).Left);

    [Fact]
    public void Days_and_months_are_those_of_Shanghai()
    {
        var lateOnTheLastOfAugust = new DateTimeOffset(2026, 8, 31, 16, 30, 0, TimeSpan.Zero);
        var earlier = lateOnTheLastOfAugust.AddHours(-1);

        Assert.Equal(3, MassSendQuota.Of(AccountKind.Service, [lateOnTheLastOfAugust, earlier], Now).Left);
        Assert.Equal(new DateTimeOffset(2026, 9, 16, 16, 1, 0, TimeSpan.Zero), MassSendQuota.NextDay(Now));
    }

    [Theory]
    [InlineData("sendsuccess", true, "")]
    [InlineData("send success", true, "")]
    [InlineData("sendfail", false, "没有说明原因")]
    [InlineData("err(30003)", false, "转载")]
    [InlineData("err(40002)", false, "30 分钟")]
    [InlineData("err(10001)", false, "广告")]
    [InlineData("", false, "没有说明原因")]
    public void The_end_of_a_mass_send_is_put_in_words(string status, bool isSent, string words)
    {
        var result = MassSendStatus.Judge(status);

        Assert.Equal(isSent, result is StepResult.Advanced { Happened: IssueEvent.SendDone });
        Assert.Contains(words, (result as StepResult.Failed)?.Problem ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(71, false)]
    [InlineData(72, true)]
    public void A_list_is_waited_for_three_days(int hours, bool isUnreadable) =>
        Assert.Equal(isUnreadable, PollLadder.IsUnreadable(Now, Now.AddHours(hours)));

    [Theory]
    [InlineData("err(20001)", true)]
    [InlineData("err(30003)", true)]
    [InlineData("err(30001)", false)]
    [InlineData("err(40002)", false)]
    [InlineData("send fail", false)]
    public void Only_what_was_refused_for_its_words_waits_for_others(string status, bool isRefusal) =>
        Assert.Equal(isRefusal, Assert.IsType<StepResult.Failed>(MassSendStatus.Judge(status)).IsRefusal);

    [Theory]
    [InlineData(true, true, 1, "ByHand FreePublish MassSend")]
    [InlineData(true, true, 0, "ByHand FreePublish")]
    [InlineData(false, true, 1, "ByHand MassSend")]
    [InlineData(false, false, 1, "ByHand")]
    public void The_ladder_shows_what_the_account_may(bool mayPublish, bool mayMassSend, int left, string open) => Assert.Equal(
        open,
        string.Join(' ', PublishLadder.Of(mayPublish, mayMassSend, new MassSendAllowance(left, 4, "本月")).Where(rung => rung.IsOpen).Select(rung => rung.Step)));

    private static string Answer(WeChatError error, IssueStage stage, int attempts) =>
        FaultRule.For(error, stage, attempts, Now) switch
        {
            FaultRule.TryAgain(var at) => $"again {at - Now:c}",
            FaultRule.HandOver => "hand over",
            _ => "give up",
        };
}
