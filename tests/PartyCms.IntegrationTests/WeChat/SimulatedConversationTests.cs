using PartyCms.WeChat.Simulator;
using PartyCms.WeChat.Simulator.Pushing;

namespace PartyCms.IntegrationTests.WeChat;

/// <summary>People on simulated phones talk with the site: the whole way there and back, in every mode.</summary>
public sealed class SimulatedConversationTests(CmsFactory factory) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SimulatedCallbackMode.Plain)]
    [InlineData(SimulatedCallbackMode.Compatible)]
    [InlineData(SimulatedCallbackMode.Safe)]
    public async Task A_follower_is_welcomed_and_finds_the_lesson_of_today(SimulatedCallbackMode mode)
    {
        await using var wechat = await SimulatorApp.StartAsync(
            new SimulatorOptions { Mode = mode, CallbackUrl = "http://localhost/wechat" }, Cancel);
        await using var site = factory.WithWebHostBuilder(builder => builder
            .UseSetting("Cms:PublicOrigin", "https://dj.example.cn")
            .UseSettings(wechat.SiteSettings));
        using var handler = site.Server.CreateHandler();
        wechat.World.Callback.Handler = handler;
        var phone = wechat.PhoneOf(wechat.World.Followers.Add("李建国", isFollowing: false).OpenId);

        Assert.True(await wechat.Pusher.VerifyAsync(Cancel));
        var welcome = await phone.FollowAsync(cancellationToken: Cancel);
        var lesson = await phone.SayAsync("学习", Cancel);

        Assert.StartsWith("欢迎关注", welcome.Reply?.Text, StringComparison.Ordinal);
        Assert.StartsWith("https://dj.example.cn/lessons/", lesson.Reply?.Cards[0].Url, StringComparison.Ordinal);
        Assert.Equal(["system", "text", "text", "news"], phone.Chat.Select(message => message.Kind));
    }
}
