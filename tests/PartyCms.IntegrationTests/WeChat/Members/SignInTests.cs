using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Security;
using PartyCms.Learning.CheckIns;
using PartyCms.Learning.Study;
using PartyCms.Organization.Contracts;

namespace PartyCms.IntegrationTests.WeChat.Members;

public sealed class SignInTests(MembersSite site) : IClassFixture<MembersSite>
{
    [Fact]
    public async Task The_way_to_WeChat_asks_for_nothing_but_the_identity()
    {
        using var visitor = site.CreateVisitor();

        using var away = await visitor.GetAsync("/wechat/oauth?return=%2Flessons%2Ftoday", Cancel);

        Assert.Matches(
            @"^https://open\.weixin\.qq\.com/connect/oauth2/authorize\?appid=wxba5fad812f8e6fb9"
            + @"&redirect_uri=https%3A%2F%2Fdj\.example\.cn%2Fwechat%2Foauth%2Fcallback&response_type=code"
            + @"&scope=snsapi_base&state=[0-9a-f]{64}#wechat_redirect$",
            away.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_bound_member_is_signed_in_and_led_on()
    {
        var (first, member) = await site.BindAsync("oComesBack", 11);
        first.Dispose();
        using var later = site.CreateVisitor();

        var goal = await site.ComeBackAsync(later, "oComesBack", "/lessons/today");

        Assert.Equal("/lessons/today", goal);
        Assert.Contains(member.Name, await later.GetStringAsync("/me", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_scans_a_check_in_is_recognized_on_the_way()
    {
        var (bound, member) = await site.BindAsync("oPresent", 4);
        bound.Dispose();
        using var phone = site.CreateVisitor();

        using var scanned = await phone.GetAsync(await OpenCheckInAsync(member.BranchId), Cancel);
        var goal = await site.ComeBackAsync(phone, "oPresent", "/me/checkin");
        using var pressed = await CmsFactory.PostFormAsync(phone, goal, []);

        Assert.Equal("/wechat/oauth?return=%2Fme%2Fcheckin", scanned.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, pressed.StatusCode);
        Assert.Equal(1, await site.CountAsync<CheckIn>(checkIn => checkIn.MemberId == member.Id));
    }

    [Fact]
    public async Task Who_is_not_bound_is_offered_it_and_goes_on_afterwards()
    {
        using var visitor = site.CreateVisitor();

        Assert.Equal("/me/wechat?return=%2Flessons%2Ftoday", await site.ComeBackAsync(visitor, "oGuest", "/lessons/today"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task The_way_back_never_leads_to_another_site(string goal)
    {
        using var visitor = site.CreateVisitor();

        Assert.Equal("/me/wechat?return=%2Fme", await site.ComeBackAsync(visitor, "oLured", goal));
    }

    [Fact]
    public async Task A_way_back_that_another_browser_began_is_refused()
    {
        using var attacker = site.CreateVisitor();
        using var victim = site.CreateVisitor();
        var state = await MembersSite.BeginAsync(attacker, "/me");
        await MembersSite.BeginAsync(victim, "/me");

        using var answer = await victim.GetAsync($"/wechat/oauth/callback?code=C&state={state}", Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_way_back_without_a_beginning_is_refused()
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync("/wechat/oauth/callback?code=C&state=S", Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_way_back_counts_for_ten_minutes()
    {
        using var visitor = site.CreateVisitor();
        var state = await MembersSite.BeginAsync(visitor, "/me");
        site.Clock.Advance(TimeSpan.FromMinutes(11));

        using var answer = await visitor.GetAsync($"/wechat/oauth/callback?code=C&state={state}", Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Who_refuses_reads_on_as_a_guest()
    {
        using var visitor = site.CreateVisitor();
        var state = await MembersSite.BeginAsync(visitor, "/lessons");

        using var answer = await visitor.GetAsync($"/wechat/oauth/callback?state={state}", Cancel);

        Assert.Equal("/lessons", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_stand_in_of_a_snapshot_page_is_a_guest_even_where_its_identity_is_bound()
    {
        var (bound, _) = await site.BindAsync("oSnapshot", 12);
        bound.Dispose();
        using var visitor = site.CreateVisitor();

        var goal = await site.ComeBackAsync(visitor, "oSnapshot", isSnapshot: true);

        Assert.Equal("/me/wechat?state=snapshot", goal);
        var page = await visitor.GetStringAsync(goal, Cancel);
        Assert.Contains("使用完整服务", page, StringComparison.Ordinal);
        Assert.DoesNotContain("党员绑定", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_back_to_a_used_code_does_no_harm_to_who_is_signed_in()
    {
        var (member, _) = await site.BindAsync("oGoesBack", 13);
        using (member)
        {
            site.WeChat.Answer("/sns/oauth2/access_token", """{"errcode":40163,"errmsg":"code been used"}""");
            var state = await MembersSite.BeginAsync(member, "/lessons");

            using var answer = await member.GetAsync($"/wechat/oauth/callback?code=USED&state={state}", Cancel);

            Assert.Equal("/lessons", answer.Headers.Location?.OriginalString);
        }
    }

    [Fact]
    public async Task A_code_that_WeChat_does_not_know_signs_nobody_in()
    {
        site.WeChat.Answer("/sns/oauth2/access_token", """{"errcode":40029,"errmsg":"invalid code"}""");
        using var visitor = site.CreateVisitor();
        var state = await MembersSite.BeginAsync(visitor, "/me");

        using var answer = await visitor.GetAsync($"/wechat/oauth/callback?code=BAD&state={state}", Cancel);

        Assert.Equal("/me/wechat?state=failed", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_member_whose_account_is_locked_is_not_signed_in()
    {
        var (bound, member) = await site.BindAsync("oLocked", 14);
        bound.Dispose();
        using var admin = await site.SignInAsync("admin");
        var account = await site.WithAsync(services =>
            services.GetRequiredService<MemberDirectory>().AccountOfAsync(member.Id, Cancel));
        using var locked = await CmsFactory.PostFormAsync(
            admin, $"/admin/accounts/{account}", [], $"/admin/accounts/{account}?handler=Lock");
        using var visitor = site.CreateVisitor();

        Assert.Equal("/me/wechat?state=locked", await site.ComeBackAsync(visitor, "oLocked"));
    }

    [Fact]
    public async Task The_form_of_the_sign_in_offers_the_way_inside_of_WeChat_only()
    {
        using var inside = site.CreateVisitor();
        using var outside = site.CreateVisitor(inWeChat: false);

        Assert.Contains(
            "/wechat/oauth?return=%2Flessons",
            await inside.GetStringAsync("/account/login?return=/lessons", Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "/wechat/oauth", await outside.GetStringAsync("/account/login?return=/lessons", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_public_page_sends_its_reader_through_WeChat()
    {
        using var reader = site.CreateVisitor();

        foreach (var page in new[] { "/", "/lessons/today", "/news", "/disclosures", "/leaderboard" })
        {
            using var answer = await reader.GetAsync(page, Cancel);
            Assert.True(
                answer.Headers.Location?.OriginalString.Contains("oauth", StringComparison.Ordinal) != true, page);
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<string> OpenCheckInAsync(Guid branchId) => site.WithAsync(async services =>
    {
        services.GetRequiredService<Caller>().ActAsSystem();
        var now = site.Clock.GetUtcNow();
        var gathering = (await services.GetRequiredService<OpenCheckIn>().RunAsync(
            branchId, StudyMode.ThemeDay, "主题党日", null, now, 60, Cancel))!;
        return CheckInEndpoints.AddressOf("", gathering, CheckInCode.At(services.GetRequiredService<CheckInKeys>().Read(gathering)!, now));
    });
}
