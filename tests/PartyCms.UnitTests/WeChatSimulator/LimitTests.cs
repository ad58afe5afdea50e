using System.Text.Json;
using PartyCms.WeChat.Simulator.Accounts;
using PartyCms.WeChat.Simulator.Faults;

namespace PartyCms.UnitTests.WeChatSimulator;

public sealed class LimitTests(WeChatCaller caller) : IClassFixture<WeChatCaller>, IAsyncLifetime
{
    private const string Count = "/cgi-bin/draft/count";

    public async ValueTask InitializeAsync()
    {
        caller.App.Clock.Advance(TimeSpan.FromDays(1));
        await caller.SignInAsync();
    }

    public ValueTask DisposeAsync()
    {
        caller.App.World.Account.Kind = SimulatedAccountKind.Service;
        caller.App.World.Account.Verified = true;
        caller.App.World.Account.IsPersonal = false;
        caller.App.World.Quotas.SetLimit(Count, 1000);
        caller.App.Faults.Clear();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_quota_ends_calls_until_the_next_day_in_Shanghai()
    {
        caller.App.World.Quotas.SetLimit(Count, 1);

        Assert.Equal(0, WeChatCaller.CodeOf(await caller.GetWithTokenAsync(Count)));
        Assert.Equal(45009, WeChatCaller.CodeOf(await caller.GetWithTokenAsync(Count)));
        caller.App.Clock.Advance(TimeSpan.FromHours(12));
        await caller.SignInAsync();
        Assert.Equal(0, WeChatCaller.CodeOf(await caller.GetWithTokenAsync(Count)));
    }

    [Fact]
    public async Task Quotas_are_reset_ten_times_in_a_month()
    {
        caller.App.Clock.Advance(TimeSpan.FromDays(31));
        await caller.SignInAsync();
        var body = $$"""{"appid":"{{PartyCms.WeChat.Simulator.SimulatorOptions.DefaultAppId}}"}""";
        for (var count = 0; count < 10; count++)
        {
            Assert.Equal(0, WeChatCaller.CodeOf(await caller.PostAsync("/cgi-bin/clear_quota", body)));
        }

        Assert.Equal(48006, WeChatCaller.CodeOf(await caller.PostAsync("/cgi-bin/clear_quota", body)));
    }

    [Theory]
    [InlineData(SimulatedAccountKind.Service, true, false, 0, 0, 0)]
    [InlineData(SimulatedAccountKind.Service, false, false, 48001, 0, 48001)]
    [InlineData(SimulatedAccountKind.Subscription, true, false, 0, 0, 48001)]
    [InlineData(SimulatedAccountKind.Subscription, false, false, 48001, 48001, 48001)]
    [InlineData(SimulatedAccountKind.Service, true, true, 48001, 0, 0)]
    public async Task What_may_be_called_depends_on_the_account(
        SimulatedAccountKind kind, bool verified, bool personal, int publish, int menu, int qr)
    {
        caller.App.World.Account.Kind = kind;
        caller.App.World.Account.Verified = verified;
        caller.App.World.Account.IsPersonal = personal;

        var published = await caller.PostAsync("/cgi-bin/freepublish/batchget", """{"offset":0,"count":1,"no_content":1}""");
        var menuMade = await caller.PostAsync("/cgi-bin/menu/create", """{"button":[{"type":"click","name":"学习","key":"K"}]}""");
        var code = await caller.PostAsync(
            "/cgi-bin/qrcode/create", """{"action_name":"QR_STR_SCENE","action_info":{"scene":{"scene_str":"b:7"}}}""");

        Assert.Equal(
            (publish, menu, qr), (WeChatCaller.CodeOf(published), WeChatCaller.CodeOf(menuMade), WeChatCaller.CodeOf(code)));
    }

    [Fact]
    public async Task A_refusal_can_be_explained_by_its_rid()
    {
        var refused = await caller.PostAsync("/cgi-bin/draft/get", """{"media_id":"nobody"}""");
        var rid = refused["errmsg"]!.GetValue<string>().Split("rid: ")[1];

        var explained = await caller.PostAsync("/cgi-bin/openapi/rid/get", $$"""{"rid":"{{rid}}"}""");

        Assert.Equal("""{"media_id":"nobody"}""", explained["request"]!["request_body"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(FaultKind.Busy, -1, false)]
    [InlineData(FaultKind.BusyAfterwards, -1, true)]
    public async Task A_fault_is_met_once_and_says_whether_the_call_took_effect(FaultKind fault, int code, bool tookEffect)
    {
        caller.App.Faults.Next(Count, fault);

        Assert.Equal(code, WeChatCaller.CodeOf(await caller.GetWithTokenAsync(Count)));
        Assert.Equal(tookEffect, caller.App.Requests.Of(Count)[^1].TookEffect);
        Assert.Equal(0, WeChatCaller.CodeOf(await caller.GetWithTokenAsync(Count)));
    }

    [Fact]
    public async Task Half_an_answer_is_no_JSON()
    {
        caller.App.Faults.Next(Count, FaultKind.TruncatedJson);

        await Assert.ThrowsAnyAsync<JsonException>(() => caller.GetWithTokenAsync(Count));
    }

    [Fact]
    public async Task Texts_in_an_answer_can_hold_raw_control_characters()
    {
        caller.App.Faults.Next("/cgi-bin/draft/get", FaultKind.ControlCharacters);

        using var answer = await caller.SendAsync(
            HttpMethod.Post, $"/cgi-bin/draft/get?access_token={caller.Token}", new StringContent("""{"media_id":"nobody"}"""));

        Assert.Contains('\u0001', await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_download_can_answer_with_JSON_under_the_name_of_a_picture()
    {
        var mediaId = await caller.AddPictureAsync();
        caller.App.Faults.Next("/cgi-bin/material/get_material", FaultKind.JsonForBinary);

        using var answer = await caller.SendAsync(
            HttpMethod.Post,
            $"/cgi-bin/material/get_material?access_token={caller.Token}",
            new StringContent($$"""{"media_id":"{{mediaId}}"}"""));

        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("{", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_can_be_larger_than_a_double_holds()
    {
        caller.App.Faults.GivesHugeIds = true;
        var draft = await caller.AddDraftAsync();

        var job = await caller.PostAsync("/cgi-bin/freepublish/submit", $$"""{"media_id":"{{draft}}"}""");

        caller.App.Faults.GivesHugeIds = false;
        Assert.True(job["msg_data_id"]!.GetValue<long>() > 1L << 53);
    }

    [Fact]
    public async Task A_lost_answer_leaves_the_effect()
    {
        var thumb = await caller.AddPictureAsync();
        var before = caller.App.World.Drafts.All.Count;
        caller.App.Faults.Next("/cgi-bin/draft/add", FaultKind.LostAnswer);

        await Assert.ThrowsAsync<HttpRequestException>(() => caller.PostAsync("/cgi-bin/draft/add", WeChatCaller.Draft("t", thumb)));

        Assert.Equal(before + 1, caller.App.World.Drafts.All.Count);
    }

    [Fact]
    public async Task A_call_that_hangs_ends_when_faults_are_cleared()
    {
        caller.App.Faults.Next(Count, FaultKind.Hang);
        var call = caller.GetWithTokenAsync(Count);
        while (caller.App.Requests.Of(Count) is not [.., { Fault: nameof(FaultKind.Hang) }])
        {
            await Task.Yield();
        }

        Assert.False(call.IsCompleted);
        caller.App.Faults.Clear();

        await Assert.ThrowsAsync<HttpRequestException>(() => call);
    }
}
