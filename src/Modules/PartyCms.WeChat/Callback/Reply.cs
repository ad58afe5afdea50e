namespace PartyCms.WeChat.Callback;

/// <summary>What the account answers to a push at once.</summary>
internal abstract record Reply;

/// <summary>Nothing that the follower sees; WeChat is told that the push arrived.</summary>
internal sealed record NoReply : Reply;

internal sealed record TextReply(string Text) : Reply;

/// <summary>The media id is the one of an image that was uploaded to WeChat.</summary>
internal sealed record ImageReply(string MediaId) : Reply;

/// <summary>The most important first: WeChat shows one item in answer to a message, eight after an event.</summary>
internal sealed record NewsReply(IReadOnlyList<NewsItem> Items) : Reply;

/// <summary>
/// Links under a line of text. In answer to a message, where WeChat shows no more than one item of news, they are written
/// into a text instead.
/// </summary>
internal sealed record ListReply(string Lead, IReadOnlyList<NewsItem> Items, string Tail = "") : Reply;

/// <summary>
/// Hands the follower over to the people who answer by hand: to one of them, named as <c>name@account</c>, or to
/// whoever is free.
/// </summary>
internal sealed record CustomerServiceReply(string? Account) : Reply;

/// <summary>The picture has an https address and is best 360 by 200 pixels; empty for none.</summary>
internal sealed record NewsItem(string Title, string Description, string PictureUrl, string Url);
