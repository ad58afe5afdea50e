using System.Net;
using System.Web;
using System.Xml.Linq;
using PartyCms.WeChat.Simulator;
using PartyCms.WeChat.Simulator.Pushing;

namespace PartyCms.UnitTests.WeChatSimulator;

public sealed class PushTests(WeChatCaller caller) : IClassFixture<WeChatCaller>
{
    private readonly string _openId = caller.App.World.Followers.Add("王秀兰").OpenId;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unanswered_push_is_tried_three_times_with_new_signatures_around_the_same_message()
    {
        var site = new CallbackSite((_, _) => CallbackSite.Answer("busy", HttpStatusCode.InternalServerError));

        var delivery = await SayAsync(site, SimulatedCallbackMode.Plain);

        Assert.Equal(PushVerdict.Unavailable, delivery.Verdict);
        Assert.Equal(3, site.Received.Count);
        Assert.Single(site.Received.Select(push => push.Body).Distinct(StringComparer.Ordinal));
        Assert.Equal(3, site.Received.Select(push => HttpUtility.ParseQueryString(push.Address.Query)["nonce"]).Distinct().Count());
        Assert.Equal("该公众号暂时无法提供服务，请稍后再试", caller.App.World.Chats.Of(_openId)[^1].Text);
    }

    [Fact]
    public async Task A_site_that_is_too_slow_counts_as_one_that_does_not_answer()
    {
        caller.App.World.Callback.Timeout = TimeSpan.FromMilliseconds(1);

        var delivery = await SayAsync(new CallbackSite((_, _) => null), SimulatedCallbackMode.Plain);

        caller.App.World.Callback.Timeout = TimeSpan.FromSeconds(5);
        Assert.Equal((PushVerdict.Unavailable, 3), (delivery.Verdict, delivery.Attempts.Count));
    }

    [Theory]
    [InlineData("success", PushVerdict.Accepted)]
    [InlineData("", PushVerdict.Accepted)]
    [InlineData("<html></html>", PushVerdict.Faulty)]
    [InlineData("ok", PushVerdict.Faulty)]
    [InlineData("<!DOCTYPE xml [<!ENTITY a 'b'>]><xml>&a;</xml>", PushVerdict.Faulty)]
    public async Task Anything_but_success_nothing_and_good_XML_is_a_fault(string answer, PushVerdict verdict) =>
        Assert.Equal(verdict, (await SayAsync(CallbackSite.Saying(answer), SimulatedCallbackMode.Plain)).Verdict);

    [Fact]
    public async Task A_text_in_answer_is_shown()
    {
        var delivery = await SayAsync(CallbackSite.Saying(Reply("<MsgType>text</MsgType><Content>你好</Content>")), SimulatedCallbackMode.Plain);

        Assert.Equal("你好", delivery.Reply!.Text);
        Assert.Equal("你好", caller.App.World.Chats.Of(_openId)[^1].Text);
    }

    [Theory]
    [InlineData("<MsgType>text</MsgType>")]
    [InlineData("<MsgType>news</MsgType><ArticleCount>2</ArticleCount><Articles><item><Title/><Description/><PicUrl/><Url/></item></Articles>")]
    [InlineData("<MsgType>image</MsgType><Image><MediaId>nobody</MediaId></Image>")]
    [InlineData("<MsgType>carrier-pigeon</MsgType>")]
    public async Task An_answer_that_lacks_something_is_a_fault(string content) =>
        Assert.Equal(PushVerdict.Faulty, (await SayAsync(CallbackSite.Saying(Reply(content)), SimulatedCallbackMode.Plain)).Verdict);

    [Fact]
    public async Task An_answer_in_clear_is_a_fault_in_safe_mode()
    {
        var reply = Reply("<MsgType>text</MsgType><Content>你好</Content>");

        Assert.Equal(PushVerdict.Faulty, (await SayAsync(CallbackSite.Saying(reply), SimulatedCallbackMode.Safe)).Verdict);
        Assert.Equal(PushVerdict.Answered, (await SayAsync(CallbackSite.Saying(reply), SimulatedCallbackMode.Compatible)).Verdict);
    }

    [Theory]
    [InlineData(SimulatedCallbackMode.Plain, true, false)]
    [InlineData(SimulatedCallbackMode.Compatible, true, true)]
    [InlineData(SimulatedCallbackMode.Safe, false, true)]
    public async Task A_mode_shows_and_hides_the_message(SimulatedCallbackMode mode, bool inClear, bool encrypted)
    {
        var site = CallbackSite.Saying("success");
        await SayAsync(site, mode);

        var body = XDocument.Parse(site.Received[0].Body).Root!;
        Assert.Equal((inClear, encrypted), (body.Element("Content") is not null, body.Element("Encrypt") is not null));
        Assert.Equal(encrypted, site.Received[0].Address.Query.Contains("encrypt_type=aes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task After_many_failures_nothing_is_pushed_for_a_minute()
    {
        var site = new CallbackSite((_, _) => CallbackSite.Answer("", HttpStatusCode.BadGateway));
        caller.App.World.Callback.FailuresBeforePause = 1;
        await SayAsync(site, SimulatedCallbackMode.Plain);
        caller.App.World.Callback.FailuresBeforePause = 20;

        Assert.Equal(PushVerdict.NotSent, (await SayAsync(site, SimulatedCallbackMode.Plain)).Verdict);
        caller.App.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(PushVerdict.Unavailable, (await SayAsync(site, SimulatedCallbackMode.Plain)).Verdict);
    }

    [Theory]
    [InlineData("<3 pushes>&\"'")]
    [InlineData("]]>")]
    [InlineData("党课😀")]
    public void What_was_encrypted_is_read_back(string text)
    {
        var cipher = PushCrypto.Encrypt(text, SimulatorOptions.DefaultEncodingAesKey, "wx1");

        Assert.Equal(text, PushCrypto.Decrypt(cipher, SimulatorOptions.DefaultEncodingAesKey, "wx1"));
        Assert.Null(PushCrypto.Decrypt(cipher, SimulatorOptions.DefaultEncodingAesKey, "wx2"));
    }

    [Fact]
    public void A_signature_is_that_of_WeChat_s_own_example() => Assert.Equal(
        "f464b24fc39322e44b38aa78f5edd27bd1441696", PushCrypto.Sign("AAAAA", "1714036504", "1514711492"));

    private string Reply(string content) =>
        $"<xml><ToUserName>{_openId}</ToUserName><FromUserName>{caller.App.World.Account.OriginalId}</FromUserName>"
        + $"<CreateTime>1789500000</CreateTime>{content}</xml>";

    private Task<PushDelivery> SayAsync(CallbackSite site, SimulatedCallbackMode mode)
    {
        caller.App.World.Callback.Url = "http://site.example/wechat";
        caller.App.World.Callback.Handler = site;
        caller.App.World.Callback.Mode = mode;
        return caller.App.PhoneOf(_openId).SayAsync("你好", Cancel);
    }
}
