using Microsoft.Extensions.Options;
using PartyCms.WeChat.Client.Capabilities;

namespace PartyCms.WeChat.Client.QrCodes;

/// <summary>
/// 带参数二维码: who scans one comes to the account, which gets the scene in the event <c>SCAN</c>, or, with
/// <c>qrscene_</c> before it, in <c>subscribe</c>.
/// </summary>
internal sealed class QrCodeClient(WeChatApi api, IOptions<WeChatOptions> options)
{
    public static readonly TimeSpan LongestLife = TimeSpan.FromDays(30);

    /// <summary>A code for a while.</summary>
    /// <param name="scene">1 to 64 characters, such as <c>b:7:ab12</c>.</param>
    /// <param name="life">At most <see cref="LongestLife" />.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<WeChatResult<QrCode>> CreateTemporaryAsync(string scene, TimeSpan life, CancellationToken cancellationToken) =>
        CreateAsync(
            new QrCodeOrder((int)Math.Min(life.TotalSeconds, LongestLife.TotalSeconds), "QR_STR_SCENE", Action(scene)),
            cancellationToken);

    /// <summary>A code that lasts, for posters; the account has 100,000 of them.</summary>
    /// <param name="scene">1 to 64 characters.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<WeChatResult<QrCode>> CreatePermanentAsync(string scene, CancellationToken cancellationToken) =>
        CreateAsync(new QrCodeOrder(null, "QR_LIMIT_STR_SCENE", Action(scene)), cancellationToken);

    /// <summary>Where the picture of a code lies.</summary>
    public Uri PictureOf(QrCode code) =>
        new($"{options.Value.MpBase.TrimEnd('/')}/cgi-bin/showqrcode?ticket={Uri.EscapeDataString(code.Ticket)}");

    /// <summary>Exchanges data for a short key.</summary>
    public Task<WeChatResult<ShortKey>> ShortenAsync(string data, TimeSpan life, CancellationToken cancellationToken) =>
        api.SendAsync<ShortKey>(
            ApiCall.Ask("/cgi-bin/shorten/gen", new ShortKeyOrder(data, (int)life.TotalSeconds)), cancellationToken);

    /// <summary>What lies behind a short key.</summary>
    public Task<WeChatResult<ShortKeyContent>> ExpandAsync(string key, CancellationToken cancellationToken) =>
        api.SendAsync<ShortKeyContent>(ApiCall.Ask("/cgi-bin/shorten/fetch", new ShortKey(key)), cancellationToken);

    private static QrCodeAction Action(string scene)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scene.Length, QrCodeScene.Longest);
        return new QrCodeAction(new QrCodeScene(scene));
    }

    // The same scene twice gives two codes that mean the same.
    private Task<WeChatResult<QrCode>> CreateAsync(QrCodeOrder order, CancellationToken cancellationToken) =>
        api.SendAsync<QrCode>(
            ApiCall.Ask("/cgi-bin/qrcode/create", order) with { Needs = Capability.SceneQrCode }, cancellationToken);
}
