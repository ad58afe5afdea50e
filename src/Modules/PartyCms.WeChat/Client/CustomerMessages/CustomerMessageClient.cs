using PartyCms.WeChat.Client.Capabilities;

namespace PartyCms.WeChat.Client.CustomerMessages;

/// <summary>
/// 客服消息: answers to a follower after the moment. Five within 48 hours of a message, three within a minute of a tap in
/// the menu, of following or of scanning; outside of it 45015, above it 45047.
/// </summary>
internal sealed class CustomerMessageClient(WeChatApi api)
{
    /// <summary>Sends one message. Never repeated: the follower would read it twice.</summary>
    public Task<WeChatResult<Acknowledged>> SendAsync(CustomerMessage message, CancellationToken cancellationToken) =>
        api.TellAsync(
            ApiCall.Post("/cgi-bin/message/custom/send", message) with { Needs = Capability.CustomerMessages }, cancellationToken);

    /// <summary>Shows for up to 15 seconds that an answer is being written, or ends it.</summary>
    public Task<WeChatResult<Acknowledged>> ShowTypingAsync(string openId, bool isTyping, CancellationToken cancellationToken) =>
        api.TellAsync(
            ApiCall.Post("/cgi-bin/message/custom/typing", new CustomerTyping(openId, isTyping ? "Typing" : "CancelTyping")) with
            {
                Needs = Capability.CustomerMessages,
            },
            cancellationToken);
}
