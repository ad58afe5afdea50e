using PartyCms.WeChat.Client.Capabilities;
using PartyCms.WeChat.Client.Drafts;
using PartyCms.WeChat.Client.Errors;

namespace PartyCms.WeChat.Client.Mass;

/// <summary>
/// 群发: pushes a message to followers. It cannot be taken back, so no call that sends is ever repeated. A verified 公众号
/// sends once a day; of a 服务号 each follower gets at most four messages a month.
/// </summary>
internal sealed class MassClient(WeChatApi api)
{
    private const string Articles = "mpnews";

    /// <summary>Sends a draft to all followers, or to those with a tag.</summary>
    /// <param name="mediaId">The draft; it ends with this.</param>
    /// <param name="tagId">The tag; null for all followers.</param>
    /// <param name="clientMessageId">
    /// The same for the same sending, such as <c>pc-42-1</c>; WeChat knows it again for 24 hours, and the first message is
    /// given then. At most 64 bytes.
    /// </param>
    /// <param name="ignoreReprint">Whether articles that WeChat takes for somebody else's go out as reprints.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<WeChatResult<MassSent>> SendDraftAsync(
        string mediaId, int? tagId, string clientMessageId, bool ignoreReprint, CancellationToken cancellationToken) =>
        SendAsync("/cgi-bin/message/mass/sendall", Draft(mediaId, clientMessageId, ignoreReprint) with
        {
            Filter = new MassFilter(tagId is null, tagId),
        }, cancellationToken);

    /// <summary>Sends a draft to named followers, 2 to 10,000.</summary>
    public Task<WeChatResult<MassSent>> SendDraftToAsync(
        string mediaId, IReadOnlyList<string> openIds, string clientMessageId, bool ignoreReprint, CancellationToken cancellationToken) =>
        SendAsync(
            "/cgi-bin/message/mass/send",
            Draft(mediaId, clientMessageId, ignoreReprint) with { ToUsers = openIds },
            cancellationToken);

    /// <summary>Sends words to all followers, or to those with a tag.</summary>
    public Task<WeChatResult<MassSent>> SendTextAsync(
        string text, int? tagId, string clientMessageId, CancellationToken cancellationToken) =>
        SendAsync(
            "/cgi-bin/message/mass/sendall",
            new MassMessage
            {
                Filter = new MassFilter(tagId is null, tagId), MessageType = "text", Text = new MassText(text), ClientMessageId = clientMessageId,
            },
            cancellationToken);

    /// <summary>Shows a draft to one follower, 100 times a day; the draft stays.</summary>
    public Task<WeChatResult<Acknowledged>> PreviewAsync(string mediaId, string openId, CancellationToken cancellationToken) =>
        api.TellAsync(
            Call(ApiCall.Post(
                "/cgi-bin/message/mass/preview",
                new MassPreview { ToUser = openId, MessageType = Articles, Articles = new MediaReference(mediaId) })),
            cancellationToken);

    /// <summary>Shows a draft to the person with this WeChat name (微信号), 100 times a day.</summary>
    public Task<WeChatResult<Acknowledged>> PreviewToNameAsync(string mediaId, string weChatName, CancellationToken cancellationToken) =>
        api.TellAsync(
            Call(ApiCall.Post(
                "/cgi-bin/message/mass/preview",
                new MassPreview { ToWeChatName = weChatName, MessageType = Articles, Articles = new MediaReference(mediaId) })),
            cancellationToken);

    /// <summary>What has become of a message; 40059 means that there is none.</summary>
    public Task<WeChatResult<MassProgress>> GetAsync(long messageId, CancellationToken cancellationToken) =>
        api.SendAsync<MassProgress>(Call(ApiCall.Ask("/cgi-bin/message/mass/get", new MassReference(messageId))), cancellationToken);

    /// <summary>Takes a sent message down: its articles can no longer be opened, the card in the chats stays.</summary>
    /// <param name="messageId">The message.</param>
    /// <param name="articleIndex">Place of one article, from 1; null for all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<WeChatResult<Acknowledged>> DeleteAsync(long messageId, int? articleIndex, CancellationToken cancellationToken) =>
        api.TellAsync(
            Call(ApiCall.Ask("/cgi-bin/message/mass/delete", new MassDeletion(messageId, articleIndex ?? 0))), cancellationToken);

    public Task<WeChatResult<MassSpeed>> GetSpeedAsync(CancellationToken cancellationToken) =>
        api.SendAsync<MassSpeed>(Call(ApiCall.Ask("/cgi-bin/message/mass/speed/get", new object())), cancellationToken);

    /// <param name="speed">0, the fastest, to 4.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<WeChatResult<Acknowledged>> SetSpeedAsync(int speed, CancellationToken cancellationToken) =>
        api.TellAsync(
            Call(ApiCall.Ask("/cgi-bin/message/mass/speed/set", new MassSpeed { Speed = speed })), cancellationToken);

    private static MassMessage Draft(string mediaId, string clientMessageId, bool ignoreReprint) => new()
    {
        MessageType = Articles,
        Articles = new MediaReference(mediaId),
        SendIgnoreReprint = ignoreReprint ? 1 : 0,
        ClientMessageId = clientMessageId,
    };

    private static ApiCall Call(ApiCall call) => call with { Needs = Capability.MassSend };

    private async Task<WeChatResult<MassSent>> SendAsync(string path, MassMessage message, CancellationToken cancellationToken)
    {
        var answer = await api.SendAsync(Call(ApiCall.Post(path, message)), cancellationToken);

        // "clientmsgid exist": an earlier call went through though its answer was lost. The message is that one.
        if (answer.Error?.Code != WeChatCode.DuplicateMassSend)
        {
            return answer.As<MassSent>();
        }

        var sent = (answer with { Error = null }).As<MassSent>();
        return sent.IsOk ? sent.Value with { WasSentBefore = true } : answer.Error;
    }
}
