using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PartyCms.WeChat.Callback;

/// <summary>
/// The same for every delivery of one push, and different for different pushes. WeChat repeats a push up to three
/// times; its message ids alone were seen to collide between followers, and times alone between events of one second.
/// </summary>
internal static class DeduplicationKey
{
    /// <summary>In characters.</summary>
    public const int Length = 64;

    // What tells apart the events of one sender in one second, beside their name and key.
    private static readonly string[] EventIds =
    [
        "MsgID", "MenuId", "CardId", "UserCardCode", "Ticket", "PublishEventInfo/publish_id",
        "SubscribeMsgPopupEvent/List/TemplateId",
        "SubscribeMsgChangeEvent/List/TemplateId",
        "SubscribeMsgSentEvent/List/TemplateId",
        "SubscribeMsgSentEvent/List/MsgID",
    ];

    /// <summary>A SHA-256 in hexadecimal, so that the table of handled pushes tells nobody's OpenId.</summary>
    public static string Of(IncomingMessage message)
    {
        var parts = message.Content is EventContent
            ? EventParts(message)
            : [message.MessageId?.ToString(CultureInfo.InvariantCulture) ?? "", .. SenderAndTime(message)];

        // A line feed cannot come from a number or an OpenId, so that parts do not run into each other.
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))));
    }

    private static IEnumerable<string> EventParts(IncomingMessage message) =>
    [
        .. SenderAndTime(message),
        message.Fields["Event"] ?? "",
        message.Fields["EventKey"] ?? "",
        .. EventIds.Select(path => string.Join(',', message.Fields.All(path))),
    ];

    private static IEnumerable<string> SenderAndTime(IncomingMessage message) =>
        [message.FromUserName, message.CreateTime.ToString(CultureInfo.InvariantCulture)];
}
