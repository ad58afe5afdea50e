using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.WeChat.Delivery;

namespace PartyCms.IntegrationTests.WeChat.Delivery;

public sealed partial class DeliveryPageTests(DeliverySite site) : IClassFixture<DeliverySite>
{
    private const string Board = "/admin/wechat/deliveries";

    private static CancellationToken Cancel => DeliverySite.Cancel;

    [Fact]
    public async Task A_secretary_brings_an_article_to_the_draft_box_and_publishes_it()
    {
        using var secretary = await SignInAsync("secretary");
        var issue = await DeliverAsync(secretary, await OfferedAsync(secretary, 0));
        Assert.Contains("正在上传图片", await secretary.GetStringAsync(issue, Cancel), StringComparison.Ordinal);

        await site.RunNodeAsync(0);
        Assert.Contains("在草稿箱", await secretary.GetStringAsync(issue, Cancel), StringComparison.Ordinal);

        await ActAsync(secretary, issue, IssueAct.Publish);
        await site.RunNodeAsync(0);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.RunNodeAsync(0);

        var page = await secretary.GetStringAsync(issue, Cancel);
        Assert.Contains("已发表，没有推送给关注者", page, StringComparison.Ordinal);
        Assert.Contains("微信文章", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mass_send_takes_two_people()
    {
        using var secretary = await SignInAsync("secretary");
        using var approver = await SignInAsync("approver");
        var issue = await DeliverAsync(secretary, await OfferedAsync(secretary, 1));
        await site.RunNodeAsync(0);
        await ActAsync(secretary, issue, IssueAct.AskMassSend);

        using var own = await PressAsync(secretary, issue, IssueAct.ConfirmMassSend);
        Assert.Contains("不能自己确认", await own.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

        await ActAsync(approver, issue, IssueAct.ConfirmMassSend);
        await site.RunNodeAsync(0);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.RunNodeAsync(0);

        Assert.Contains("已群发给关注者", await approver.GetStringAsync(issue, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_WeChat_refused_is_to_be_corrected_and_not_tried_again()
    {
        using var admin = await SignInAsync("admin");
        var article = $"{Board}/article/{await site.AddArticleAsync("要改的稿子")}";
        var issue = await DeliverAsync(admin, article);
        await site.RunNodeAsync(0);
        site.WeChat.World.Publications.NextEndsAs(PartyCms.WeChat.Simulator.Publishing.PublishStatus.OriginalityFailed, 1);
        await ActAsync(admin, issue, IssueAct.Publish);
        await site.RunNodeAsync(0);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await site.RunNodeAsync(0);

        var refused = await admin.GetStringAsync(issue, Cancel);
        using var corrected = await CmsFactory.PostFormAsync(admin, article, new() { ["Title"] = "换过的标题", ["Then"] = "collect" });
        var reworked = await admin.GetStringAsync(issue, Cancel);

        Assert.Contains("/admin/content/edit/" + article.Split('/')[^1], refused, StringComparison.Ordinal);
        Assert.Contains("稿子还没有改", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"Retry\"", refused, StringComparison.Ordinal);
        Assert.Contains("class=\"btn btn-primary\" type=\"submit\" name=\"Act\" value=\"Deliver\"", reworked, StringComparison.Ordinal);
        Assert.DoesNotContain("稿子还没有改", reworked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_into_the_draft_box_does_not_put_a_person_off()
    {
        using var secretary = await SignInAsync("secretary");
        var issue = await DeliverAsync(secretary, await OfferedAsync(secretary, 6));
        await site.RunNodeAsync(0);
        var seen = await SeenAsync(secretary, issue);

        site.Clock.Advance(TimeSpan.FromMinutes(11));
        await site.RunNodeAsync(0);

        using var pressed = await CmsFactory.PostFormAsync(secretary, issue, Fields(IssueAct.Publish, seen));
        Assert.Equal(HttpStatusCode.Redirect, pressed.StatusCode);
    }

    [Fact]
    public async Task What_belongs_to_another_branch_is_not_there()
    {
        using var secretary = await SignInAsync("secretary");
        using var other = await SignInAsync("secretary2");
        var article = await OfferedAsync(secretary, 2);
        var issue = await DeliverAsync(secretary, article);

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(article, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(issue, Cancel)).StatusCode);
        Assert.DoesNotContain(issue, await other.GetStringAsync(Board, Cancel), StringComparison.Ordinal);
        using var pressed = await CmsFactory.PostFormAsync(other, Board + "/article/" + await OwnAsync(other), Fields(IssueAct.Abandon, 0), issue);
        Assert.Equal(HttpStatusCode.NotFound, pressed.StatusCode);
    }

    [Fact]
    public async Task A_notice_is_never_offered()
    {
        using var admin = await SignInAsync("admin");
        var notice = await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>().Set<ContentSummary>()
            .Where(row => row.ContentType == "Notice").Select(row => row.ContentItemId).FirstAsync(Cancel));

        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{Board}/article/{notice}", Cancel)).StatusCode);
        Assert.DoesNotContain("发到微信", await admin.GetStringAsync("/admin/content?type=Notice", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_title_that_is_too_long_is_not_sent_and_stays_as_typed()
    {
        using var secretary = await SignInAsync("secretary");
        var article = await OfferedAsync(secretary, 3);
        var title = new string('长', 33);

        using var answer = await CmsFactory.PostFormAsync(secretary, article, new() { ["Title"] = title, ["Then"] = "deliver" });

        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("标题超出 1 个字", page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{title}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Articles_join_an_issue_and_change_places()
    {
        using var secretary = await SignInAsync("secretary");
        using var first = await CmsFactory.PostFormAsync(secretary, await OfferedAsync(secretary, 4), new() { ["Title"] = "先来的", ["Then"] = "collect" });
        var issue = first.Headers.Location!.ToString();
        using var second = await CmsFactory.PostFormAsync(
            secretary, await OfferedAsync(secretary, 5), new() { ["Title"] = "后到的", ["Then"] = "collect", ["Join"] = issue.Split('/')[^1] });
        Assert.Equal(issue, second.Headers.Location!.ToString());

        var moved = SecondArticle().Match(await secretary.GetStringAsync(issue, Cancel)).Groups[1].Value;
        using var up = await CmsFactory.PostFormAsync(
            secretary, issue, new() { ["Article"] = moved, ["Arrange"] = nameof(ArrangeAct.Up) }, issue + "?handler=Arrange");

        Assert.Equal(HttpStatusCode.Redirect, up.StatusCode);
        var page = await secretary.GetStringAsync(issue, Cancel);
        Assert.True(page.IndexOf(">后到的<", StringComparison.Ordinal) < page.IndexOf(">先来的<", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Members_and_visitors_have_no_board()
    {
        using var member = await SignInAsync("member");
        using var visitor = site.Host.CreateDefaultClient(new CookieJar());

        Assert.NotEqual(HttpStatusCode.OK, (await member.GetAsync(Board, Cancel)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await visitor.GetAsync(Board, Cancel)).StatusCode);
    }

    private static Dictionary<string, string> Fields(IssueAct act, int seen) => new()
    {
        ["Act"] = act.ToString(), ["Seen"] = seen.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    private Task<HttpClient> SignInAsync(string userName) => CmsFactory.SignInAsync(site.Host, userName);

    // The list of news offers each published article; every test takes another one.
    private static async Task<string> OfferedAsync(HttpClient client, int index)
    {
        var offers = Offer().Matches(await client.GetStringAsync("/admin/content?type=BranchNews", Cancel)).Select(match => match.Groups[1].Value).ToList();
        Assert.True(offers.Count > index, $"The list offers {offers.Count} articles.");
        return offers[index];
    }

    private static async Task<string> OwnAsync(HttpClient client) => (await OfferedAsync(client, 0)).Split('/')[^1];

    private static async Task<string> DeliverAsync(HttpClient client, string article)
    {
        using var answer = await CmsFactory.PostFormAsync(
            client, article, new() { ["Title"] = "送到微信的文章", ["Author"] = "支部", ["Digest"] = "一句话", ["Then"] = "deliver" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private static async Task ActAsync(HttpClient client, string issue, IssueAct act)
    {
        using var answer = await PressAsync(client, issue, act);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> PressAsync(HttpClient client, string issue, IssueAct act)
    {
        var seen = await SeenAsync(client, issue);
        return await CmsFactory.PostFormAsync(client, issue, Fields(act, seen));
    }

    private static async Task<int> SeenAsync(HttpClient client, string issue) => int.Parse(
        Seen().Match(await client.GetStringAsync(issue, Cancel)).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex("href=\"(/admin/wechat/deliveries/article/[0-9a-z]+)\"")]
    private static partial Regex Offer();

    [GeneratedRegex("name=\"Seen\" value=\"([0-9]+)\"")]
    private static partial Regex Seen();

    [GeneratedRegex("name=\"Article\" value=\"([0-9a-f-]+)\"(?!.*name=\"Article\")", RegexOptions.Singleline)]
    private static partial Regex SecondArticle();
}

/// <summary>The pages of a site that has no account.</summary>
public sealed class DeliveryWithoutAccountTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    [Fact]
    public async Task The_board_says_that_there_is_no_account()
    {
        using var secretary = await site.SignInAsync("secretary");

        Assert.Contains("还没有接上公众号", await secretary.GetStringAsync("/admin/wechat/deliveries", DeliverySite.Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_offered()
    {
        using var secretary = await site.SignInAsync("secretary");

        Assert.DoesNotContain(
            "发到微信", await secretary.GetStringAsync("/admin/content?type=BranchNews", DeliverySite.Cancel), StringComparison.Ordinal);
    }
}
