using System.Globalization;

namespace PartyCms.WeChat.Callback;

internal static class IncomingMessageParser
{
    /// <summary>Null when a field that every push has is missing.</summary>
    public static IncomingMessage? Parse(MessageFields fields)
    {
        if (fields["ToUserName"] is not { Length: > 0 } to
            || fields["FromUserName"] is not { Length: > 0 } from
            || Number(fields["CreateTime"]) is not { } createTime
            || fields["MsgType"]?.Trim() is not { Length: > 0 } kind)
        {
            return null;
        }

        return new IncomingMessage
        {
            ToUserName = to,
            FromUserName = from,
            CreateTime = createTime,
            MessageId = Number(fields["MsgId"]),
            Content = ParseContent(kind, fields),
            Fields = fields,
        };
    }

    private static MessageContent ParseContent(string kind, MessageFields fields)
    {
        string Text(string path) => fields[path] ?? "";

        return kind.ToUpperInvariant() switch
        {
            "TEXT" => new TextContent(Text("Content"), fields["bizmsgmenuid"]),
            "IMAGE" => new ImageContent(Text("PicUrl"), Text("MediaId")),
            "VOICE" => new VoiceContent(Text("MediaId"), Text("Format"), fields["Recognition"]),
            "VIDEO" => new VideoContent(Text("MediaId"), Text("ThumbMediaId"), IsShort: false),
            "SHORTVIDEO" => new VideoContent(Text("MediaId"), Text("ThumbMediaId"), IsShort: true),
            "LOCATION" when Degrees(fields["Location_X"]) is { } latitude
                && Degrees(fields["Location_Y"]) is { } longitude =>
                new LocationContent(latitude, longitude, Text("Label")),
            "LINK" => new LinkContent(Text("Title"), Text("Description"), Text("Url")),
            "EVENT" => EventParser.Parse(fields),
            _ => new OtherContent(kind),
        };
    }

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
            CultureInfo.InvariantCulture, out var number) ? number : null;

    private static decimal? Degrees(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var degrees) ? degrees : null;
}
