using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.WeChat.Crypto;

namespace PartyCms.IntegrationTests.WeChat;

/// <summary>The site with an account at WeChat in safe mode, and WeChat's side of the callback.</summary>
public sealed class WeChatSite : IAsyncLifetime
{
    private const string Token = "AAAAA";
    private const string AppId = "wxba5fad812f8e6fb9";
    private const string Key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

    private static readonly MessageCrypto Crypto = new(AppId, EncodingAesKey.Parse(Key));

    private readonly CmsFactory _factory = new();
    private int _nonce = 1000;

    public WeChatSite()
    {
        Host = _factory.WithWebHostBuilder(builder => builder
            .UseSetting("Cms:PublicOrigin", "https://dj.example.cn")
            .UseSetting("Logging:LogLevel:PartyCms.WeChat", "Error")
            .UseSetting("WeChat:AppId", AppId)
            .UseSetting("WeChat:Token", Token)
            .UseSetting("WeChat:EncodingAesKey", Key));
    }

    public WebApplicationFactory<Program> Host { get; }

    public DateTimeOffset Now => _factory.Clock.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        await _factory.CopyDemoAsync();
        Host.CreateClient().Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await _factory.DisposeAsync();
    }

    /// <summary>A message in the XML of WeChat, before it is encrypted.</summary>
    public static string Message(string kind, string fields, string from = "oFollower") =>
        $"""
         <xml><ToUserName><![CDATA[gh_1a2b3c]]></ToUserName><FromUserName><![CDATA[{from}]]></FromUserName>
         <CreateTime>1348831860</CreateTime><MsgType><![CDATA[{kind}]]></MsgType>{fields}</xml>
         """;

    /// <summary>Delivers a message as WeChat does in safe mode; each delivery has its own nonce and cipher text.</summary>
    public async Task<HttpResponseMessage> PushAsync(string message)
    {
        var (query, body) = Seal(message);
        return await PostAsync(query, body);
    }

    /// <summary>Query and body of one delivery.</summary>
    public (string Query, string Body) Seal(string message)
    {
        var cipherText = Crypto.Encrypt(message);
        var nonce = Interlocked.Increment(ref _nonce).ToString(CultureInfo.InvariantCulture);
        var signature = CallbackSignature.Compute(Token, "1714112445", nonce, cipherText);
        return (
            $"timestamp=1714112445&nonce={nonce}&openid=oFollower&encrypt_type=aes&msg_signature={signature}",
            $"<xml><ToUserName><![CDATA[gh_1a2b3c]]></ToUserName><Encrypt><![CDATA[{cipherText}]]></Encrypt></xml>");
    }

    public async Task<T> WithServicesAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Host.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    public async Task<HttpResponseMessage> PostAsync(string query, string body)
    {
        using var client = Host.CreateClient();
        using var content = new StringContent(body, Encoding.UTF8, "text/xml");
        return await client.PostAsync($"/wechat?{query}", content, TestContext.Current.CancellationToken);
    }

    /// <summary>Opens an answer as WeChat does, and fails where WeChat would.</summary>
    public static XElement Open(string answer)
    {
        var envelope = XElement.Parse(answer);
        var cipherText = envelope.Element("Encrypt")!.Value;
        Assert.True(CallbackSignature.Matches(
            envelope.Element("MsgSignature")!.Value,
            Token,
            envelope.Element("TimeStamp")!.Value,
            envelope.Element("Nonce")!.Value,
            cipherText));
        return XElement.Parse(Assert.IsType<Decryption.Opened>(Crypto.Decrypt(cipherText)).Message);
    }
}
