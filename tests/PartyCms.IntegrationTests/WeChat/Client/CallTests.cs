using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.WeChat.Client.Capabilities;
using PartyCms.WeChat.Client.CustomerMessages;
using PartyCms.WeChat.Client.Drafts;
using PartyCms.WeChat.Client.JsSdk;
using PartyCms.WeChat.Client.Mass;
using PartyCms.WeChat.Client.Materials;
using PartyCms.WeChat.Client.Menus;
using PartyCms.WeChat.Client.OAuth;
using PartyCms.WeChat.Client.Publishing;
using PartyCms.WeChat.Client.QrCodes;
using PartyCms.WeChat.Client.Subscriptions;
using PartyCms.WeChat.Client.Templates;

namespace PartyCms.IntegrationTests.WeChat.Client;

public sealed class CallTests : IClassFixture<ClientSite>
{
    private const string Busy = """{"errcode":-1,"errmsg":"system error"}""";

    private static readonly DraftArticle Article = new() { Title = "党课<一>😀", Content = "<p>正文&nbsp;</p>", ThumbMediaId = "T" };
    private static readonly Dictionary<string, PartyCms.WeChat.Client.NoticeValue> Data = new() { ["thing1"] = new("今日学习") };

    private readonly ClientSite _site;

    public CallTests(ClientSite site)
    {
        _site = site;
        site.WeChat.Reset();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private StandInWeChat WeChat => _site.WeChat;

    [Fact]
    public async Task A_draft_travels_as_an_array_of_articles_in_plain_characters()
    {
        WeChat.Answer("/cgi-bin/draft/add", """{"media_id":"D1","item":[]}""");

        var added = await Get<DraftClient>().AddAsync([Article], Cancel);

        Assert.Equal("D1", added.Value?.MediaId);
        Assert.Equal(
            """{"articles":[{"article_type":"news","title":"党课<一>😀","content":"<p>正文&nbsp;</p>","thumb_media_id":"T","need_open_comment":0,"only_fans_can_comment":0}]}""",
            BodyOf("/cgi-bin/draft/add"));
    }

    [Fact]
    public async Task A_changed_article_travels_by_itself()
    {
        await Get<DraftClient>().UpdateAsync("D1", 0, Article, Cancel);

        Assert.Equal("党课<一>😀", JsonNode.Parse(BodyOf("/cgi-bin/draft/update"))!["articles"]!["title"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_mass_message_to_a_tag_names_the_draft_the_tag_and_its_own_id()
    {
        WeChat.Answer("/cgi-bin/message/mass/sendall", """{"errcode":0,"errmsg":"ok","msg_id":34182,"msg_data_id":206227730}""");

        var sent = await Get<MassClient>().SendDraftAsync("D1", 2, "pc-42-1", ignoreReprint: false, Cancel);

        Assert.Equal((34182, false), (sent.Value!.MessageId, sent.Value.WasSentBefore));
        Assert.Equal(
            """{"filter":{"is_to_all":false,"tag_id":2},"msgtype":"mpnews","mpnews":{"media_id":"D1"},"send_ignore_reprint":0,"clientmsgid":"pc-42-1"}""",
            BodyOf("/cgi-bin/message/mass/sendall"));
    }

    [Fact]
    public async Task A_mass_message_that_WeChat_knows_already_is_the_first_one()
    {
        WeChat.Answer("/cgi-bin/message/mass/sendall", """{"errcode":45065,"errmsg":"clientmsgid exist","msg_id":9223372036854775807}""");

        var sent = await Get<MassClient>().SendDraftAsync("D1", null, "pc-42-1", ignoreReprint: false, Cancel);

        Assert.Equal((long.MaxValue, true), (sent.Value!.MessageId, sent.Value.WasSentBefore));
    }

    [Fact]
    public async Task A_menu_travels_with_the_types_in_the_buttons_that_have_one()
    {
        await Get<MenuClient>().CreateAsync(
            [
                new MenuButton { Type = "view", Name = "党课学习", Url = "https://dj.example.cn/learn" },
                new MenuButton { Name = "支部", SubButtons = [new MenuButton { Type = "click", Name = "签到", Key = "CHECKIN" }] },
            ],
            Cancel);

        Assert.Equal(
            """{"button":[{"type":"view","name":"党课学习","url":"https://dj.example.cn/learn"},{"name":"支部","sub_button":[{"type":"click","name":"签到","key":"CHECKIN"}]}]}""",
            BodyOf("/cgi-bin/menu/create"));
    }

    [Fact]
    public async Task A_code_for_a_while_lives_at_most_thirty_days()
    {
        WeChat.Answer("/cgi-bin/qrcode/create", """{"ticket":"gQ=","expire_seconds":2592000,"url":"http://weixin.qq.com/q/1"}""");

        var code = await Get<QrCodeClient>().CreateTemporaryAsync("b:7:ab12", TimeSpan.FromDays(99), Cancel);

        Assert.Equal(
            """{"expire_seconds":2592000,"action_name":"QR_STR_SCENE","action_info":{"scene":{"scene_str":"b:7:ab12"}}}""",
            BodyOf("/cgi-bin/qrcode/create"));
        Assert.Equal("https://mp.weixin.qq.com/cgi-bin/showqrcode?ticket=gQ%3D", Get<QrCodeClient>().PictureOf(code.Value!).AbsoluteUri);
    }

    [Fact]
    public async Task A_video_brings_its_title_in_a_second_field()
    {
        WeChat.Answer("/cgi-bin/material/add_material", """{"media_id":"V1"}""");

        await Get<MaterialClient>().AddVideoAsync(new UploadFile("MP4"u8.ToArray(), "mp4"), "党课", "第一讲", Cancel);

        Assert.Contains("name=\"description\"\r\n\r\n{\"title\":\"党课\",\"introduction\":\"第一讲\"}", BodyOf("/cgi-bin/material/add_material"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_place_of_a_file_is_an_error()
    {
        WeChat.Answer("/cgi-bin/media/get", """{"errcode":40007,"errmsg":"invalid media_id"}""");

        Assert.Equal(40007, (await Get<MaterialClient>().DownloadTemporaryAsync("M", Cancel)).Error?.Code);
    }

    [Theory]
    [InlineData("/cgi-bin/draft/add")]
    [InlineData("/cgi-bin/freepublish/submit")]
    [InlineData("/cgi-bin/message/mass/sendall")]
    [InlineData("/cgi-bin/message/mass/send")]
    [InlineData("/cgi-bin/message/custom/send")]
    [InlineData("/cgi-bin/message/template/send")]
    [InlineData("/cgi-bin/message/subscribe/bizsend")]
    [InlineData("/cgi-bin/material/add_material")]
    public async Task What_sends_or_makes_something_is_never_repeated(string path)
    {
        WeChat.Answer(path, Busy);

        await SendEverythingAsync();

        Assert.Equal(1, WeChat.CountOf(path));
    }

    [Theory]
    [InlineData("/cgi-bin/draft/get")]
    [InlineData("/cgi-bin/media/uploadimg")]
    public async Task What_asks_is_repeated_while_WeChat_is_busy(string path)
    {
        WeChat.Answer(path, Busy);

        await Get<DraftClient>().GetAsync("D1", Cancel);
        await Get<MaterialClient>().UploadArticleImageAsync(new UploadFile("PNG"u8.ToArray(), "png"), Cancel);

        Assert.Equal(4, WeChat.CountOf(path));
    }

    [Fact]
    public async Task What_sends_is_tried_again_after_a_dead_token_since_nothing_was_sent()
    {
        await Get<DraftClient>().CountAsync(Cancel);
        WeChat.ReplaceToken();

        var sent = await Get<CustomerMessageClient>().SendAsync(CustomerMessage.OfText("o1", "您好"), Cancel);

        Assert.True(sent.IsOk);
        Assert.Equal(2, WeChat.CountOf("/cgi-bin/message/custom/send"));
    }

    [Fact]
    public async Task A_refusal_takes_the_capability_away_and_is_not_repeated()
    {
        WeChat.Answer("/cgi-bin/freepublish/get", """{"errcode":48001,"errmsg":"api unauthorized rid: 6-0-3"}""");
        Assert.True(await Get<CapabilityRecord>().HasAsync(Capability.FreePublish, Cancel));

        await Get<FreePublishClient>().GetAsync("P1", Cancel);

        Assert.False(await _site.SecondNode.GetRequiredService<CapabilityRecord>().HasAsync(Capability.FreePublish, Cancel));
        Assert.Equal(1, WeChat.CountOf("/cgi-bin/freepublish/get"));
    }

    [Fact]
    public async Task A_page_is_signed_with_one_ticket_on_all_nodes()
    {
        WeChat.Answer("/cgi-bin/ticket/getticket", """{"errcode":0,"errmsg":"ok","ticket":"TICKET","expires_in":7200}""");

        var signature = (await Get<SignPage>().RunAsync("https://dj.example.cn/a?b=1#c", Cancel)).Value!;
        await _site.SecondNode.GetRequiredService<SignPage>().RunAsync("https://dj.example.cn/", Cancel);

        Assert.Equal(
            JsSdkSignature.Compute("TICKET", signature.NonceStr, signature.Timestamp, "https://dj.example.cn/a?b=1"), signature.Signature);
        Assert.Equal(1, WeChat.CountOf("/cgi-bin/ticket/getticket"));
    }

    [Fact]
    public async Task A_reader_who_comes_back_is_known_and_a_stand_in_is_seen_through()
    {
        WeChat.Answer(
            "/sns/oauth2/access_token",
            """{"access_token":"A","expires_in":7200,"refresh_token":"R","openid":"o1","scope":"snsapi_base","is_snapshotuser":1}""");

        var grant = (await Get<WebAuthorizationClient>().ExchangeAsync("CODE", Cancel)).Value!;

        Assert.Equal(("o1", true), (grant.OpenId, grant.IsStandIn));
        Assert.Equal(0, WeChat.CountOf("/cgi-bin/stable_token"));
    }

    [Fact]
    public async Task A_used_code_is_not_tried_again()
    {
        WeChat.Answer("/sns/oauth2/access_token", """{"errcode":40163,"errmsg":"code been used"}""");

        await Get<WebAuthorizationClient>().ExchangeAsync("CODE", Cancel);

        Assert.Equal(1, WeChat.CountOf("/sns/oauth2/access_token"));
    }

    [Fact]
    public void A_reader_is_sent_to_WeChat_with_the_parameters_in_its_order() =>
        Assert.Equal(
            "https://open.weixin.qq.com/connect/oauth2/authorize?appid=wxba5fad812f8e6fb9"
            + "&redirect_uri=https%3A%2F%2Fdj.example.cn%2Fme%3Fa%3D1&response_type=code&scope=snsapi_base&state=ab12#wechat_redirect",
            Get<WebAuthorizationClient>().AddressFor(new Uri("https://dj.example.cn/me?a=1"), "ab12", withProfile: false).OriginalString);

    private async Task SendEverythingAsync()
    {
        await Get<DraftClient>().AddAsync([Article], Cancel);
        await Get<FreePublishClient>().SubmitAsync("D1", Cancel);
        await Get<MassClient>().SendDraftAsync("D1", null, "pc-42-1", ignoreReprint: false, Cancel);
        await Get<MassClient>().SendDraftToAsync("D1", ["o1", "o2"], "pc-42-2", ignoreReprint: false, Cancel);
        await Get<CustomerMessageClient>().SendAsync(CustomerMessage.OfText("o1", "您好"), Cancel);
        await Get<TemplateClient>().SendAsync(new TemplateMessage { OpenId = "o1", TemplateId = "T", Data = Data }, Cancel);
        await Get<SubscriptionNoticeClient>().SendAsync(new SubscriptionNotice { OpenId = "o1", TemplateId = "T", Data = Data }, Cancel);
        await Get<MaterialClient>().AddImageAsync(new UploadFile("PNG"u8.ToArray(), "png"), Cancel);
    }

    private T Get<T>()
        where T : notnull =>
        _site.Node.GetRequiredService<T>();

    private string BodyOf(string path) => WeChat.Calls.Single(call => call.Path == path).Body;
}
