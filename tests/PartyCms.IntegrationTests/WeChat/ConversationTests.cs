using System.Globalization;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Settings;
using PartyCms.Organization.Contracts;
using PartyCms.WeChat.Conversation.Answers;
using PartyCms.WeChat.Conversation.Followers;
using PartyCms.WeChat.Conversation.Keywords;

namespace PartyCms.IntegrationTests.WeChat;

public sealed class ConversationTests(WeChatSite site) : IClassFixture<WeChatSite>
{
    private static int _message = 5000;

    [Fact]
    public async Task The_newest_disclosures_come_as_links_with_a_way_to_all()
    {
        var text = await TextFromAsync("公开");

        Assert.Contains("<a href=\"https://dj.example.cn/disclosures/", text, StringComparison.Ordinal);
        Assert.EndsWith("<a href=\"https://dj.example.cn/disclosures\">看全部</a>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_branches_do_comes_as_links()
    {
        Assert.Contains(
            "<a href=\"https://dj.example.cn/news/", await TextFromAsync("活动"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("我的", "/me")]
    [InlineData("积分", "/me")]
    [InlineData("签到", "/me/checkin")]
    public async Task The_members_own_page_is_one_card(string word, string path)
    {
        var reply = await AskAsync(word);

        Assert.Equal("https://dj.example.cn" + path, reply.Descendants("Url").Single().Value);
    }

    [Fact]
    public async Task Help_names_the_words()
    {
        var text = await TextFromAsync("帮助");

        Assert.All(["学习", "公开", "活动", "签到", "我的", "积分", "人工"], word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Traditional_characters_ask_for_the_same()
    {
        Assert.Equal("news", (await AskAsync("學習")).Element("MsgType")?.Value);
    }

    [Fact]
    public async Task Whoever_asks_for_a_person_is_handed_over()
    {
        Assert.Equal("transfer_customer_service", (await AskAsync("人工")).Element("MsgType")?.Value);
    }

    [Fact]
    public async Task Where_nobody_answers_by_hand_the_follower_is_told_whom_to_ask()
    {
        await SetAsync(SiteAnswers.PersonSetting, "off");
        try
        {
            Assert.Contains("支部书记", await TextFromAsync("人工"), StringComparison.Ordinal);
        }
        finally
        {
            await SetAsync(SiteAnswers.PersonSetting, "on");
        }
    }

    [Fact]
    public async Task A_menu_button_answers_as_its_word_does_with_up_to_eight_cards()
    {
        var reply = await EventAsync("CLICK", "公开", "oMenu");

        Assert.Equal("5", reply.Element("ArticleCount")?.Value);
    }

    [Fact]
    public async Task What_is_no_word_is_searched_for()
    {
        var text = await TextFromAsync("支部书记");

        Assert.StartsWith("找到这些：\n1. <a href=\"https://dj.example.cn/", text, StringComparison.Ordinal);
        Assert.InRange(text.Split("\n").Count(line => line.Contains(". <a ", StringComparison.Ordinal)), 2, 8);
    }

    [Fact]
    public async Task The_way_to_all_results_of_a_long_text_asks_for_no_more_than_the_search_page_takes()
    {
        var asked = string.Concat(Enumerable.Repeat("支部 ", 60));

        var text = await TextFromAsync(asked);

        Assert.EndsWith(
            $"<a href=\"https://dj.example.cn/search?q={Uri.EscapeDataString(asked[..100])}\">看全部结果</a>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_found_nowhere_is_answered_with_a_hint()
    {
        Assert.Contains("回复“帮助”", await TextFromAsync("zzqxjkw"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_of_the_administrators_goes_before_the_sites_own()
    {
        var id = await AddRuleAsync("积分", KeywordMatch.Exact, rule => rule.Text = "积分办法请看支部公告。");
        try
        {
            Assert.Equal("积分办法请看支部公告。", await TextFromAsync("积分"));
        }
        finally
        {
            await WithRulesAsync(rules => rules.DeleteAsync(id, Cancel));
        }
    }

    [Fact]
    public async Task A_word_may_be_answered_with_a_card()
    {
        var id = await AddRuleAsync("党费", KeywordMatch.Contains, rule =>
        {
            rule.Answer = KeywordAnswer.News;
            rule.Title = "党费怎么交";
            rule.Link = "/guides";
            rule.Picture = "/media/a.jpg";
        });
        try
        {
            var reply = await AskAsync("请问党费怎么交？");

            Assert.Equal("党费怎么交", reply.Descendants("Title").Single().Value);
            Assert.Equal("https://dj.example.cn/guides", reply.Descendants("Url").Single().Value);
            Assert.Equal("https://dj.example.cn/media/a.jpg", reply.Descendants("PicUrl").Single().Value);
        }
        finally
        {
            await WithRulesAsync(rules => rules.DeleteAsync(id, Cancel));
        }
    }

    [Fact]
    public async Task A_follower_who_came_by_a_branchs_code_is_greeted_and_kept_with_the_branch()
    {
        var branch = await BranchAsync();

        var reply = await EventAsync("subscribe", $"qrscene_{new BranchScene(branch.Id, "ab12")}", "oScene");

        Assert.Contains(branch.Name, reply.Element("Content")?.Value, StringComparison.Ordinal);
        Assert.Equal(branch.Id, (await FollowerAsync("oScene"))?.OrgUnitId);
    }

    [Fact]
    public async Task A_follower_who_scans_a_branchs_code_later_is_kept_with_the_branch()
    {
        var branch = await BranchAsync();

        await EventAsync("SCAN", new BranchScene(branch.Id, "ab13").ToString(), "oScanned");

        Assert.Equal(branch.Id, (await FollowerAsync("oScanned"))?.OrgUnitId);
    }

    [Fact]
    public async Task A_message_opens_the_window_for_answers_of_the_accounts_own()
    {
        await AskAsync("帮助", "oWindow");

        var follower = await FollowerAsync("oWindow");

        Assert.NotNull(follower);
        Assert.Equal(CustomerWindowKind.Message, CustomerWindow.OpenFor(follower, site.Now));
    }

    [Fact]
    public async Task The_sender_of_a_finished_job_is_no_follower()
    {
        using var answer = await site.PushAsync(WeChatSite.Message(
            "event", "<Event>MASSSENDJOBFINISH</Event><MsgID>1</MsgID><Status>sendsuccess</Status>", "oPlatform"));

        Assert.Null(await FollowerAsync("oPlatform"));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<string> TextFromAsync(string text) => (await AskAsync(text)).Element("Content")!.Value;

    private Task<XElement> AskAsync(string text, string from = "oAsking") => OpenAsync(
        WeChatSite.Message("text", $"<Content><![CDATA[{text}]]></Content>{NextId()}", from));

    private Task<XElement> EventAsync(string name, string key, string from) => OpenAsync(
        WeChatSite.Message("event", $"<Event>{name}</Event><EventKey><![CDATA[{key}]]></EventKey>", from));

    private async Task<XElement> OpenAsync(string message)
    {
        using var answer = await site.PushAsync(message);
        return WeChatSite.Open(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static string NextId() =>
        string.Create(CultureInfo.InvariantCulture, $"<MsgId>{Interlocked.Increment(ref _message)}</MsgId>");

    private Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> act) => site.WithServicesAsync(act);

    private Task<Follower?> FollowerAsync(string openId) => WithAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<Follower>().SingleOrDefaultAsync(row => row.OpenId == openId, Cancel));

    private Task<BranchInfo> BranchAsync() => WithAsync(async services =>
        (await services.GetRequiredService<BranchDirectory>().ListAsync(Cancel)).First(unit => unit.IsBranch));

    private Task<int> SetAsync(string name, string value) => WithAsync(async services =>
    {
        await services.GetRequiredService<SiteSettings>().SetAsync(name, value, Cancel);
        return await services.GetRequiredService<CmsDbContext>().SaveChangesAsync(Cancel);
    });

    private async Task<Guid> AddRuleAsync(string word, KeywordMatch match, Action<KeywordRule> fill)
    {
        await WithRulesAsync(rules => rules.SaveAsync(
            null,
            rule =>
            {
                (rule.Word, rule.Match) = (word, match);
                fill(rule);
            },
            Cancel));
        return await WithAsync(async services =>
            (await services.GetRequiredService<KeywordRules>().ListAsync(Cancel)).Single(rule => rule.Word == word).Id);
    }

    private Task WithRulesAsync(Func<KeywordRules, Task> act) => WithAsync(async services =>
    {
        await act(services.GetRequiredService<KeywordRules>());
        return true;
    });
}
