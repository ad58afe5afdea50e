using System.Net;
using System.Xml.Linq;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Jobs;
using PartyCms.Kernel.Settings;
using PartyCms.Learning.Contracts;
using PartyCms.WeChat.Callback;

namespace PartyCms.IntegrationTests.WeChat;

public sealed class CallbackTests(WeChatSite site) : IClassFixture<WeChatSite>
{
    private const string Proof =
        "/wechat?signature=f464b24fc39322e44b38aa78f5edd27bd1441696&timestamp=1714036504&nonce=1514711492";

    private const string WronglySigned = "timestamp=1714112445&nonce=415670741&encrypt_type=aes&msg_signature=0000";

    [Fact]
    public async Task WeChat_proves_the_address_by_having_its_text_repeated()
    {
        using var answer = await GetAsync($"{Proof}&echostr=4375120948345356249");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("4375120948345356249"u8.ToArray(), await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Theory]
    [InlineData("/wechat?signature=0000&timestamp=1714036504&nonce=1514711492&echostr=1", HttpStatusCode.Forbidden)]
    [InlineData("/wechat?echostr=1", HttpStatusCode.BadRequest)]
    [InlineData(Proof, HttpStatusCode.BadRequest)]
    public async Task Nobody_else_is_told_anything(string address, HttpStatusCode status)
    {
        using var answer = await GetAsync(address);

        await AssertEmptyAsync(status, answer);
    }

    [Fact]
    public async Task A_new_follower_is_welcomed()
    {
        var reply = await AnswerToAsync("event", "<Event>subscribe</Event><EventKey></EventKey>", "oNew");

        Assert.Equal("oNew", reply.Element("ToUserName")?.Value);
        Assert.Equal("gh_1a2b3c", reply.Element("FromUserName")?.Value);
        Assert.StartsWith("欢迎关注", reply.Element("Content")?.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_for_the_lesson_gets_the_one_of_today()
    {
        var lesson = await TodayLessonAsync();

        var reply = await AnswerToAsync("text", "<Content>“学习”</Content><MsgId>100</MsgId>", "oLearner");

        Assert.Equal("1", reply.Element("ArticleCount")?.Value);
        Assert.Equal(lesson.Title, reply.Descendants("Title").Single().Value);
        Assert.Equal($"https://dj.example.cn{lesson.Href}", reply.Descendants("Url").Single().Value);
    }

    [Fact]
    public async Task Whoever_writes_something_else_is_told_what_to_write()
    {
        var reply = await AnswerToAsync("text", "<Content>在吗</Content><MsgId>101</MsgId>", "oCurious");

        Assert.Contains("学习", reply.Element("Content")?.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("event", "<Event>unsubscribe</Event><EventKey></EventKey>")]
    [InlineData("image", "<PicUrl>http://mmbiz.qpic.cn/a</PicUrl><MediaId>m</MediaId><MsgId>102</MsgId>")]
    public async Task What_needs_no_answer_is_acknowledged_in_clear(string kind, string fields)
    {
        using var answer = await site.PushAsync(WeChatSite.Message(kind, fields));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("success", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task A_repeated_push_is_answered_as_before_and_not_handled_again()
    {
        const string fields = "<Event>subscribe</Event><EventKey>qrscene_repeated</EventKey>";
        var first = await AnswerToAsync("event", fields, "oRepeated");
        await RenameSiteAsync("改名后的站点");

        var second = await AnswerToAsync("event", fields, "oRepeated");

        Assert.Equal(first.Element("Content")?.Value, second.Element("Content")?.Value);
    }

    [Fact]
    public async Task A_push_delivered_many_times_at_once_is_handled_once()
    {
        var message = WeChatSite.Message("text", "<Content>并发</Content><MsgId>103</MsgId>");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => site.PushAsync(message)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(1, await CountAsync(message));
    }

    [Fact]
    public async Task A_push_is_forgotten_after_a_day()
    {
        var message = WeChatSite.Message("text", "<Content>一天</Content><MsgId>104</MsgId>");
        using var answer = await site.PushAsync(message);
        await using var scope = site.Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        var twoDaysAgo = site.Now.AddDays(-2);
        await db.Set<InboundPush>().Where(push => push.Key == KeyOf(message))
            .ExecuteUpdateAsync(set => set.SetProperty(push => push.ReceivedUtc, twoDaysAgo), Cancel);

        await scope.ServiceProvider.GetServices<IScheduledJob>().OfType<ForgetOldPushes>().Single().RunAsync(Cancel);

        Assert.Equal(0, await CountAsync(message));
    }

    [Fact]
    public async Task A_push_in_clear_is_refused_although_it_is_signed()
    {
        using var answer = await site.PostAsync(
            "signature=6c5c811b55cc85e0e1b54100749188c20beb3f5d&timestamp=1714112445&nonce=415670741",
            WeChatSite.Message("text", "<Content>学习</Content><MsgId>105</MsgId>"));

        await AssertEmptyAsync(HttpStatusCode.Forbidden, answer);
    }

    [Fact]
    public async Task An_encrypted_push_with_a_wrong_signature_is_refused()
    {
        using var answer = await site.PostAsync(
            WronglySigned,
            "<xml><ToUserName>gh_1a2b3c</ToUserName><Encrypt>AAAA</Encrypt></xml>");

        await AssertEmptyAsync(HttpStatusCode.Forbidden, answer);
    }

    [Fact]
    public async Task A_body_with_a_document_type_is_refused()
    {
        using var answer = await site.PostAsync(
            WronglySigned,
            "<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><Encrypt>&e;</Encrypt></xml>");

        await AssertEmptyAsync(HttpStatusCode.BadRequest, answer);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        using var answer = await site.PostAsync(
            WronglySigned,
            new string(' ', CallbackEndpoint.LongestBody + 1));

        await AssertEmptyAsync(HttpStatusCode.RequestEntityTooLarge, answer);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<HttpResponseMessage> GetAsync(string address)
    {
        using var client = site.Host.CreateClient();
        return await client.GetAsync(address, Cancel);
    }

    private async Task<XElement> AnswerToAsync(string kind, string fields, string from)
    {
        using var answer = await site.PushAsync(WeChatSite.Message(kind, fields, from));
        Assert.Equal("text/xml", answer.Content.Headers.ContentType?.MediaType);
        return WeChatSite.Open(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private async Task<LessonCard> TodayLessonAsync()
    {
        await using var scope = site.Host.Services.CreateAsyncScope();
        var lesson = await scope.ServiceProvider.GetRequiredService<TodayLesson>().FindAsync(Cancel);
        Assert.NotNull(lesson);
        return lesson;
    }

    private async Task<int> CountAsync(string message)
    {
        var key = KeyOf(message);
        await using var scope = site.Host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        return await db.Set<InboundPush>().CountAsync(push => push.Key == key, Cancel);
    }

    private static string KeyOf(string message) =>
        DeduplicationKey.Of(IncomingMessageParser.Parse(MessageFields.Read(message)!)!);

    private async Task RenameSiteAsync(string name)
    {
        await using var scope = site.Host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SiteSettings>().SetAsync(SiteSettings.SiteName, name, Cancel);
        await scope.ServiceProvider.GetRequiredService<CmsDbContext>().SaveChangesAsync(Cancel);
    }

    private static async Task AssertEmptyAsync(HttpStatusCode status, HttpResponseMessage answer)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("", await answer.Content.ReadAsStringAsync(Cancel));
    }
}
