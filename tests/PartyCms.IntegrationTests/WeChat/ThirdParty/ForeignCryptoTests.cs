using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc.Testing;

namespace PartyCms.IntegrationTests.WeChat.ThirdParty;

/// <summary>Somebody else's crypto takes WeChat's side of the site's callback.</summary>
public sealed class ForeignCryptoTests(CmsFactory factory) : IClassFixture<CmsFactory>
{
    private const string Token = "partycmsforeign";
    private const string AppId = "wx0123456789abcdef";
    private const string Key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private const string Timestamp = "1714112445";
    private const string Nonce = "415670741";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_sealed_by_wechat_crypto_is_answered_with_one_that_it_opens()
    {
        await using var site = Site("Safe");
        var pushed = await SealAsync(Question("1"), AppId);

        using var answer = await PushAsync(
            site, $"encrypt_type=aes&msg_signature={pushed["messageSignature"]}", Envelope(pushed["encrypt"]!.GetValue<string>()));
        var opened = await NodeClient.RunAsync("crypto.mjs", new
        {
            Act = "open",
            Token,
            AppId,
            EncodingAesKey = Key,
            Answer = await answer.Content.ReadAsStringAsync(Cancel),
        });

        Assert.True(opened["isSigned"]!.GetValue<bool>());
        Assert.Equal(AppId, opened["id"]!.GetValue<string>());
        Assert.Equal("oForeign", XElement.Parse(opened["message"]!.GetValue<string>()).Element("ToUserName")!.Value);
    }

    [Fact]
    public async Task A_message_in_clear_signed_by_wechat_crypto_is_answered_in_clear()
    {
        await using var site = Site("Plain");
        var pushed = await SealAsync("", AppId);

        using var answer = await PushAsync(site, $"signature={pushed["signature"]}", Question("2"));

        var reply = XElement.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal("oForeign", reply.Element("ToUserName")!.Value);
    }

    [Theory]
    [InlineData("signature of another message")]
    [InlineData("signature in capitals")]
    [InlineData("another account")]
    [InlineData("cipher text cut short")]
    [InlineData("no message signature")]
    [InlineData("in clear")]
    public async Task A_message_that_is_not_quite_right_is_turned_away(string fault)
    {
        await using var site = Site("Safe");
        var pushed = await SealAsync(Question("3"), fault == "another account" ? "wxanother" : AppId);
        var cipher = pushed["encrypt"]!.GetValue<string>();
        var signature = pushed["messageSignature"]!.GetValue<string>();
        var (query, body) = fault switch
        {
            "signature of another message" => ($"encrypt_type=aes&msg_signature={pushed["signature"]}", Envelope(cipher)),
            "signature in capitals" => ($"encrypt_type=aes&msg_signature={signature.ToUpperInvariant()}", Envelope(cipher)),
            "cipher text cut short" => ($"encrypt_type=aes&msg_signature={signature}", Envelope(cipher[..^4])),
            "no message signature" => ($"encrypt_type=aes&signature={pushed["signature"]}", Envelope(cipher)),
            "in clear" => ($"signature={pushed["signature"]}", Question("3")),
            _ => ($"encrypt_type=aes&msg_signature={signature}", Envelope(cipher)),
        };

        using var answer = await PushAsync(site, query, body);

        Assert.InRange(answer.StatusCode, HttpStatusCode.BadRequest, HttpStatusCode.UnavailableForLegalReasons);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    private static string Question(string msgId) =>
        "<xml><ToUserName>gh_foreign</ToUserName><FromUserName>oForeign</FromUserName><CreateTime>1714112445</CreateTime>"
        + $"<MsgType>text</MsgType><Content>学习</Content><MsgId>{msgId}</MsgId></xml>";

    private static string Envelope(string cipher) =>
        $"<xml><ToUserName>gh_foreign</ToUserName><Encrypt>{cipher}</Encrypt></xml>";

    private static Task<JsonNode> SealAsync(string message, string appId) => NodeClient.RunAsync(
        "crypto.mjs", new { Act = "seal", Token, AppId = appId, EncodingAesKey = Key, Message = message, Timestamp, Nonce });

    private WebApplicationFactory<Program> Site(string mode) => factory.WithWebHostBuilder(builder => builder
        .UseSetting("Cms:PublicOrigin", "https://dj.example.cn")
        .UseSetting("Logging:LogLevel:PartyCms.WeChat", "Error")
        .UseSetting("WeChat:AppId", AppId)
        .UseSetting("WeChat:Token", Token)
        .UseSetting("WeChat:EncodingAesKey", Key)
        .UseSetting("WeChat:Mode", mode));

    private static async Task<HttpResponseMessage> PushAsync(WebApplicationFactory<Program> site, string query, string body)
    {
        using var client = site.CreateClient();
        using var content = new StringContent(body, Encoding.UTF8, "text/xml");
        return await client.PostAsync($"/wechat?timestamp={Timestamp}&nonce={Nonce}&{query}", content, Cancel);
    }
}
