using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace PartyCms.WeChat.Simulator.Pushing;

/// <summary>One attempt's address and body: signed anew each time, the message inside stays the same.</summary>
internal sealed record PushEnvelope(Uri Address, string Body)
{
    public static PushEnvelope Seal(SimulatedWeChat world, PushMessage message)
    {
        var callback = world.Callback;
        var timestamp = world.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        var query = $"signature={PushCrypto.Sign(callback.Token, timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}"
            + $"&openid={Uri.EscapeDataString(message.FromUser)}";
        var receiver = AccountEvents.Text("ToUserName", world.Account.OriginalId);
        XElement[] clear =
        [
            receiver,
            AccountEvents.Text("FromUserName", message.FromUser),
            new XElement("CreateTime", message.CreateTime),
            .. message.Fields,
        ];
        if (callback.Mode == SimulatedCallbackMode.Plain)
        {
            return new PushEnvelope(WithQuery(callback.Url, query), Write(clear));
        }

        var cipher = PushCrypto.Encrypt(Write(clear), callback.EncodingAesKey, world.Account.AppId);
        query += $"&encrypt_type=aes&msg_signature={PushCrypto.Sign(callback.Token, timestamp, nonce, cipher)}";
        var shown = callback.Mode == SimulatedCallbackMode.Compatible ? clear : [receiver];
        return new PushEnvelope(WithQuery(callback.Url, query), Write([.. shown, AccountEvents.Text("Encrypt", cipher)]));
    }

    public static Uri WithQuery(string url, string query) =>
        new(url + (url.Contains('?', StringComparison.Ordinal) ? '&' : '?') + query);

    private static string Write(IEnumerable<XElement> fields) =>
        new XElement("xml", fields.Select(field => new XElement(field))).ToString(SaveOptions.DisableFormatting);
}
