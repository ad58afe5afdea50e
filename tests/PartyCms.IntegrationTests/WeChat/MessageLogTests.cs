using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Jobs;
using PartyCms.WeChat.Conversation.Followers;
using PartyCms.WeChat.Conversation.Log;

namespace PartyCms.IntegrationTests.WeChat;

public sealed class MessageLogTests(WeChatSite site) : IClassFixture<WeChatSite>
{
    [Fact]
    public async Task A_message_is_logged_with_its_answer_and_without_the_follower()
    {
        await TextAsync("帮助", "oLogged", 1);

        var logged = Assert.Single(await LogOfAsync("oLogged"));

        Assert.Equal(("文字", "帮助"), (logged.Kind, logged.Text));
        Assert.StartsWith("回复下面的词", logged.Answer, StringComparison.Ordinal);
        Assert.DoesNotContain("oLogged", logged.Follower, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_push_is_logged_once()
    {
        await TextAsync("帮助", "oTwice", 2);
        await TextAsync("帮助", "oTwice", 2);

        Assert.Single(await LogOfAsync("oTwice"));
    }

    [Fact]
    public async Task A_message_of_any_length_is_logged_by_its_beginning()
    {
        await TextAsync(string.Concat(Enumerable.Repeat("😀", 900)), "oLong", 3);

        Assert.InRange(Assert.Single(await LogOfAsync("oLong")).Text.Length, 498, LoggedMessageConfiguration.TextLength);
    }

    [Fact]
    public async Task Whoever_unsubscribes_is_forgotten()
    {
        await TextAsync("帮助", "oLeaving", 4);

        using var answer = await site.PushAsync(
            WeChatSite.Message("event", "<Event>unsubscribe</Event><EventKey></EventKey>", "oLeaving"));

        Assert.Empty(await LogOfAsync("oLeaving"));
        Assert.False(await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>()
            .Set<Follower>().AnyAsync(follower => follower.OpenId == "oLeaving", Cancel)));
    }

    [Fact]
    public async Task The_log_is_forgotten_after_thirty_days()
    {
        await TextAsync("帮助", "oOld", 5);
        await TextAsync("帮助", "oYoung", 6);
        await BackdateAsync("oOld", site.Now.AddDays(-31));
        await BackdateAsync("oYoung", site.Now.AddDays(-29));

        await site.WithServicesAsync(async services =>
        {
            await services.GetServices<IScheduledJob>().OfType<ForgetOldMessages>().Single().RunAsync(Cancel);
            return true;
        });

        Assert.Empty(await LogOfAsync("oOld"));
        Assert.Single(await LogOfAsync("oYoung"));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task TextAsync(string text, string from, int id)
    {
        using var answer = await site.PushAsync(WeChatSite.Message(
            "text", $"<Content><![CDATA[{text}]]></Content><MsgId>{id}</MsgId>", from));
        answer.EnsureSuccessStatusCode();
    }

    private Task<List<LoggedMessage>> LogOfAsync(string openId) => site.WithServicesAsync(services =>
    {
        var follower = services.GetRequiredService<FollowerHash>().Of(openId);
        return services.GetRequiredService<CmsDbContext>().Set<LoggedMessage>().AsNoTracking()
            .Where(message => message.Follower == follower).ToListAsync(Cancel);
    });

    private Task<int> BackdateAsync(string openId, DateTimeOffset to) => site.WithServicesAsync(services =>
    {
        var follower = services.GetRequiredService<FollowerHash>().Of(openId);
        return services.GetRequiredService<CmsDbContext>().Set<LoggedMessage>()
            .Where(message => message.Follower == follower)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.ReceivedUtc, to), Cancel);
    });
}
