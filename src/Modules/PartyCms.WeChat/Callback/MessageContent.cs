namespace PartyCms.WeChat.Callback;

/// <summary>
/// What a push says. What has no type of its own arrives as <see cref="OtherContent"/> or <see cref="OtherEvent"/>,
/// and is read from <see cref="IncomingMessage.Fields"/>.
/// </summary>
internal abstract record MessageContent;

/// <summary>The menu option is the id of what the follower tapped in a menu message instead of typing.</summary>
internal sealed record TextContent(string Text, string? MenuOption) : MessageContent;

internal sealed record ImageContent(string PictureUrl, string MediaId) : MessageContent;

/// <summary>The format is <c>amr</c> or <c>speex</c>.</summary>
internal sealed record VoiceContent(string MediaId, string Format, string? Recognition) : MessageContent;

internal sealed record VideoContent(string MediaId, string ThumbMediaId, bool IsShort) : MessageContent;

/// <summary>Latitude and longitude are in degrees.</summary>
internal sealed record LocationContent(decimal Latitude, decimal Longitude, string Label) : MessageContent;

internal sealed record LinkContent(string Title, string Description, string Url) : MessageContent;

internal sealed record OtherContent(string Kind) : MessageContent;
