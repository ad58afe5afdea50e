using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Time;
using PartyCms.Learning.CheckIns;
using PartyCms.Learning.Study;
using PartyCms.Organization.Contracts;

namespace PartyCms.IntegrationTests.Learning;

public sealed class CheckInTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_scans_the_code_has_hours_when_the_secretary_has_confirmed()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var member = await site.SignInAsync("member");
        var id = await OpenAsync(secretary, "扫码的主题党日");

        using var scanned = await member.GetAsync(await AddressAsync(secretary, id), Cancel);
        using var pressed = await CmsFactory.PostFormAsync(member, "/me/checkin", []);
        var before = await MinutesAsync("member", "扫码的主题党日");
        using var confirmed = await ActAsync(secretary, id, "Confirm", new() { ["minutes"] = "75" });

        Assert.Equal("/me/checkin", scanned.Headers.Location?.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, pressed.StatusCode);
        Assert.Empty(before);
        Assert.Equal([75], await MinutesAsync("member", "扫码的主题党日"));
        Assert.Contains("现场扫码签到，书记确认", await member.GetStringAsync("/me/record", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_six_digits_do_the_same_and_twice_is_once()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var member = await site.SignInAsync("secretary");
        var id = await OpenAsync(secretary, "输码的党课");
        var code = (string)(await CodeAsync(secretary, id))["code"]!;

        using var first = await CmsFactory.PostFormAsync(
            member, "/me/checkin", new() { ["code"] = $"{code[..3]} {code[3..]}" }, "/me/checkin?handler=Code");
        using var again = await CmsFactory.PostFormAsync(
            member, "/me/checkin", new() { ["code"] = code }, "/me/checkin?handler=Code");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, again.StatusCode));
        Assert.Contains("您已经签过到了", await member.GetStringAsync("/me/checkin", Cancel), StringComparison.Ordinal);
        Assert.Equal(1, (int)(await CodeAsync(secretary, id))["present"]!);
    }

    [Fact]
    public async Task Wrong_digits_are_told_and_nobody_is_noted()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var member = await site.SignInAsync("floating");
        var id = await OpenAsync(secretary, "输错的党课");
        var code = (string)(await CodeAsync(secretary, id))["code"]!;
        var wrong = code[..5] + (code[5] == '0' ? '1' : '0');

        using var answer = await CmsFactory.PostFormAsync(member, "/me/checkin", new() { ["code"] = wrong }, "/me/checkin?handler=Code");

        Assert.Contains("数字不对", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(0, (int)(await CodeAsync(secretary, id))["present"]!);
    }

    [Fact]
    public async Task An_address_that_is_passed_on_is_of_no_use()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var member = await site.SignInAsync("member");
        var id = await OpenAsync(secretary, "被转发的主题党日");
        var address = await AddressAsync(secretary, id);
        site.Clock.Advance(TimeSpan.FromSeconds(61));

        using var late = await member.GetAsync(address, Cancel);
        using var pressed = await CmsFactory.PostFormAsync(member, "/me/checkin", []);

        Assert.Equal("/me/checkin?late=true", late.Headers.Location?.OriginalString);
        Assert.Contains("再扫一次", await pressed.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(0, (int)(await CodeAsync(secretary, id))["present"]!);
    }

    [Theory]
    [InlineData(9, HttpStatusCode.Redirect)]
    [InlineData(11, HttpStatusCode.OK)]
    public async Task Who_scanned_in_time_has_ten_minutes_to_sign_in(int minutes, HttpStatusCode expected)
    {
        using var secretary = await site.SignInAsync("secretary2");
        using var member = await site.SignInAsync("member2");
        var id = await OpenAsync(secretary, $"登录要 {minutes} 分钟");
        await member.GetAsync(await AddressAsync(secretary, id), Cancel);
        site.Clock.Advance(TimeSpan.FromMinutes(minutes));

        using var pressed = await CmsFactory.PostFormAsync(member, "/me/checkin", []);

        Assert.Equal(expected, pressed.StatusCode);
    }

    [Fact]
    public async Task A_visitor_who_scans_signs_in_first()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var visitor = site.CreateVisitor();
        var id = await OpenAsync(secretary, "没登录的人来了");

        using var scanned = await visitor.GetAsync(await AddressAsync(secretary, id), Cancel);
        using var next = await visitor.GetAsync(scanned.Headers.Location, Cancel);

        Assert.StartsWith("/account/login?", next.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_of_another_branch_is_told_to_see_the_secretary()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var stranger = await site.SignInAsync("member2");
        var id = await OpenAsync(secretary, "外支部的人来了");
        await stranger.GetAsync(await AddressAsync(secretary, id), Cancel);

        using var pressed = await CmsFactory.PostFormAsync(stranger, "/me/checkin", []);

        Assert.Contains("不是本支部的活动", await pressed.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(0, (int)(await CodeAsync(secretary, id))["present"]!);
    }

    [Fact]
    public async Task A_gathering_of_another_branch_is_not_there()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var other = await site.SignInAsync("secretary2");
        var id = await OpenAsync(secretary, "别人的主题党日");

        var page = await other.GetAsync($"/admin/checkins/{id}", Cancel);
        var code = await other.GetAsync($"/admin/checkins/{id}/code", Cancel);
        var confirmed = await ActAsync(other, id, "Confirm", new() { ["minutes"] = "60" });
        var calledOff = await ActAsync(other, id, "CallOff", []);

        Assert.All([page, code, confirmed, calledOff], answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.DoesNotContain("别人的主题党日", await other.GetStringAsync("/admin/checkins", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_holds_no_check_in()
    {
        using var member = await site.SignInAsync("member");

        using var answer = await member.GetAsync("/admin/checkins", Cancel);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/error/403", answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_entered_afterwards_has_hours_at_once_and_who_is_struck_loses_them_with_a_reason()
    {
        using var secretary = await site.SignInAsync("secretary");
        var own = await site.MemberAsync("member");
        var id = await OpenAsync(secretary, "补登记的党课");
        await ActAsync(secretary, id, "Confirm", new() { ["minutes"] = "60" });

        await ActAsync(secretary, id, "Enter", new() { ["member"] = own.Id.ToString() });
        var entered = await MinutesAsync("member", "补登记的党课");
        await ActAsync(secretary, id, "Strike", new() { ["member"] = own.Id.ToString(), ["reason"] = " " });
        var withoutReason = await MinutesAsync("member", "补登记的党课");
        await ActAsync(secretary, id, "Strike", new() { ["member"] = own.Id.ToString(), ["reason"] = "签到表上没有这个人" });

        Assert.Equal([60], entered);
        Assert.Equal([60], withoutReason);
        Assert.Equal([60, -60], await MinutesAsync("member", "补登记的党课"));
        using var member = await site.SignInAsync("member");
        Assert.Contains("冲正：签到表上没有这个人", await member.GetStringAsync("/me/record", Cancel), StringComparison.Ordinal);
        Assert.Contains("取消签到，补登记的党课", await member.GetStringAsync("/me/data", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_of_another_branch_cannot_be_entered()
    {
        using var secretary = await site.SignInAsync("secretary");
        var stranger = await site.MemberAsync("member2");
        var id = await OpenAsync(secretary, "登记外支部的人");

        using var answer = await ActAsync(secretary, id, "Enter", new() { ["member"] = stranger.Id.ToString() });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Pressing_twice_and_arriving_meanwhile_enters_everybody_once()
    {
        using var secretary = await site.SignInAsync("secretary");
        var id = await OpenAsync(secretary, "同时确认的党课");
        var branch = (await site.MemberAsync("member")).BranchId;
        var roster = await site.WithServicesAsync(services => services.GetRequiredService<MemberDirectory>().ListAsync(branch, 8, Cancel));

        var acts = roster.Select(one => WithGatheringAsync(id, (services, gathering) =>
            services.GetRequiredService<MarkPresent>().ByCodeAsync(gathering, one, Cancel))).ToList<Task>();
        acts.Add(WithGatheringAsync(id, (services, gathering) => services.GetRequiredService<ConfirmPresent>().RunAsync(gathering, 60, Cancel)));
        acts.Add(WithGatheringAsync(id, (services, gathering) => services.GetRequiredService<ConfirmPresent>().RunAsync(gathering, 60, Cancel)));
        await Task.WhenAll(acts);

        var (present, lines) = await site.WithServicesAsync(async services =>
        {
            var db = services.GetRequiredService<CmsDbContext>();
            var noted = await db.Set<CheckIn>().Where(checkIn => checkIn.GatheringId == id).Select(checkIn => checkIn.MemberId).ToListAsync(Cancel);
            var entered = await db.Set<StudyEntry>().Where(entry => entry.Title == "同时确认的党课").Select(entry => entry.MemberId).ToListAsync(Cancel);
            return (noted, entered);
        });
        Assert.Equal(present.Order(), lines.Order());
    }

    [Fact]
    public async Task What_was_confirmed_cannot_be_called_off_and_what_was_not_can()
    {
        using var secretary = await site.SignInAsync("secretary");
        var kept = await OpenAsync(secretary, "已确认的党课");
        await ActAsync(secretary, kept, "Confirm", new() { ["minutes"] = "60" });
        var gone = await OpenAsync(secretary, "没办成的党课");

        await ActAsync(secretary, kept, "CallOff", []);
        await ActAsync(secretary, gone, "CallOff", []);

        using var keptPage = await secretary.GetAsync($"/admin/checkins/{kept}", Cancel);
        using var gonePage = await secretary.GetAsync($"/admin/checkins/{gone}", Cancel);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound), (keptPage.StatusCode, gonePage.StatusCode));
    }

    [Theory]
    [InlineData("Form.Title", "")]
    [InlineData("Form.Title", "超")]
    [InlineData("Form.Minutes", "9")]
    [InlineData("Form.Minutes", "很久")]
    [InlineData("Form.Day", "2020-01-01")]
    [InlineData("Form.Day", "昨天")]
    [InlineData("Form.At", "25:00")]
    [InlineData("Form.Mode", "DailyLesson")]
    [InlineData("Form.OrgUnitId", "")]
    public async Task Wrong_input_is_told_at_its_field(string field, string value)
    {
        using var secretary = await site.SignInAsync("secretary");
        var form = await FormAsync("填错的党课");
        form[field] = value;

        using var answer = await CmsFactory.PostFormAsync(secretary, "/admin/checkins", form);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("field-validation-error", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_opens_a_check_in_for_another_branch()
    {
        using var secretary = await site.SignInAsync("secretary");
        var form = await FormAsync("替别人开的党课");
        form["Form.OrgUnitId"] = (await site.MemberAsync("member2")).BranchId.ToString();

        using var answer = await CmsFactory.PostFormAsync(secretary, "/admin/checkins", form);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<JsonNode> CodeAsync(HttpClient secretary, Guid id) =>
        (await secretary.GetFromJsonAsync<JsonNode>($"/admin/checkins/{id}/code", Cancel))!;

    private static async Task<string> AddressAsync(HttpClient secretary, Guid id) =>
        $"/checkin/{id:N}/{(string)(await CodeAsync(secretary, id))["code"]!}";

    private static Task<HttpResponseMessage> ActAsync(HttpClient client, Guid id, string handler, Dictionary<string, string> fields) =>
        CmsFactory.PostFormAsync(client, "/admin/checkins", fields, $"/admin/checkins/{id}?handler={handler}");

    private async Task<Dictionary<string, string>> FormAsync(string title)
    {
        var now = site.Services.GetRequiredService<SiteTime>().ToLocal(site.Clock.GetUtcNow());
        return new()
        {
            ["Form.OrgUnitId"] = (await site.MemberAsync("member")).BranchId.ToString(),
            ["Form.Mode"] = nameof(StudyMode.Lecture),
            ["Form.Title"] = title,
            ["Form.Day"] = $"{now:yyyy-MM-dd}",
            ["Form.At"] = $"{now:HH:mm}",
            ["Form.Minutes"] = "90",
        };
    }

    private async Task<Guid> OpenAsync(HttpClient secretary, string title)
    {
        var form = await FormAsync(title);
        using var page = await secretary.GetAsync("/admin/checkins", Cancel);
        form["Form.OrgUnitId"] = OrgUnitOf(await page.Content.ReadAsStringAsync(Cancel));
        using var answer = await CmsFactory.PostFormAsync(secretary, "/admin/checkins", form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[^1]);
    }

    // Whoever holds check-ins for one branch finds it filled in.
    private static string OrgUnitOf(string page)
    {
        var at = page.IndexOf("name=\"Form.OrgUnitId\"", StringComparison.Ordinal);
        var start = page.IndexOf("value=\"", at, StringComparison.Ordinal) + "value=\"".Length;
        return page[start..(start + 36)];
    }

    private async Task<IReadOnlyList<int>> MinutesAsync(string userName, string title)
    {
        var member = await site.MemberAsync(userName);
        return await site.WithServicesAsync(async services => await services.GetRequiredService<CmsDbContext>().Set<StudyEntry>()
            .Where(entry => entry.MemberId == member.Id && entry.Title == title).OrderBy(entry => entry.Id)
            .Select(entry => entry.Minutes).ToListAsync(Cancel));
    }

    private Task<T> WithGatheringAsync<T>(Guid id, Func<IServiceProvider, Gathering, Task<T>> act) =>
        Task.Run(
            () => site.WithServicesAsync(async services => await act(
                services, await services.GetRequiredService<CmsDbContext>().Set<Gathering>().AsNoTracking().SingleAsync(row => row.Id == id, Cancel))),
            Cancel);
}
