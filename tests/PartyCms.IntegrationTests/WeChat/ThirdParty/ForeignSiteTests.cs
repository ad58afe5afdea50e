using System.Diagnostics;
using PartyCms.WeChat.Simulator;
using PartyCms.WeChat.Simulator.Pushing;

namespace PartyCms.IntegrationTests.WeChat.ThirdParty;

/// <summary>The simulated WeChat pushes to a site that somebody else wrote: both understand each other.</summary>
public sealed class ForeignSiteTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SimulatedCallbackMode.Plain)]
    [InlineData(SimulatedCallbackMode.Compatible)]
    [InlineData(SimulatedCallbackMode.Safe)]
    public async Task A_site_built_on_co_wechat_proves_its_address_and_answers(SimulatedCallbackMode mode)
    {
        await using var app = await SimulatorApp.StartAsync(new SimulatorOptions { Mode = mode }, Cancel);
        var site = StartSite(app);
        try
        {
            app.World.Callback.Url = $"http://127.0.0.1:{await site.StandardOutput.ReadLineAsync(Cancel)}/wechat";
            var phone = app.PhoneOf(app.World.Followers.Add("李建国", isFollowing: false).OpenId);

            Assert.True(await app.Pusher.VerifyAsync(Cancel));
            var welcome = await phone.FollowAsync(cancellationToken: Cancel);
            var answer = await phone.SayAsync("党课😀", Cancel);

            Assert.Equal(("欢迎", "https://dj.example.cn/"), (welcome.Reply?.Cards[0].Title, welcome.Reply?.Cards[0].Url));
            Assert.Equal("收到：党课😀", answer.Reply?.Text);
        }
        finally
        {
            site.Kill();
            await site.WaitForExitAsync(Cancel);
            site.Dispose();
        }
    }

    [Fact]
    public async Task A_site_built_on_co_wechat_turns_a_wrong_token_away()
    {
        await using var app = await SimulatorApp.StartAsync(new SimulatorOptions(), Cancel);
        var site = StartSite(app);
        try
        {
            app.World.Callback.Url = $"http://127.0.0.1:{await site.StandardOutput.ReadLineAsync(Cancel)}/wechat";
            app.World.Callback.Token = "another";
            var phone = app.PhoneOf(app.World.Followers.Add("李建国").OpenId);

            Assert.False(await app.Pusher.VerifyAsync(Cancel));
            Assert.Equal(PushVerdict.Unavailable, (await phone.SayAsync("你好", Cancel)).Verdict);
        }
        finally
        {
            site.Kill();
            await site.WaitForExitAsync(Cancel);
            site.Dispose();
        }
    }

    private static Process StartSite(SimulatorApp app) => NodeClient.Start("answer-with-co-wechat.mjs", new
    {
        app.World.Callback.Token,
        app.World.Account.AppId,
        EncodingAesKey = app.World.Callback.Mode == SimulatedCallbackMode.Plain ? "" : app.World.Callback.EncodingAesKey,
    });
}
