namespace PartyCms.WeChat.Callback;

/// <summary>Something that happened at WeChat, as a rule by a follower's hand.</summary>
internal abstract record EventContent : MessageContent;

/// <summary>The scene is the one of the parametric QR code that brought the follower, where one did.</summary>
internal sealed record Subscribed(string? Scene) : EventContent;

internal sealed record Unsubscribed : EventContent;

/// <summary>A follower scanned a parametric QR code.</summary>
internal sealed record SceneScanned(string Scene) : EventContent;

internal sealed record MenuClicked(string Key) : EventContent;

internal sealed record MenuLinkOpened(string Url) : EventContent;

internal sealed record MiniProgramOpened(string PagePath) : EventContent;

/// <summary>A menu button opened the scanner; the follower waits for an answer where the menu said so.</summary>
internal sealed record CodeScanned(string Key, string Kind, string Result, bool IsAwaited) : EventContent;

/// <summary>A menu button let the follower choose pictures; they follow as messages of their own.</summary>
internal sealed record PicturesChosen(string Key, int Count) : EventContent;

/// <summary>A menu button let the follower choose a place. Degrees.</summary>
internal sealed record PlaceChosen(string Key, decimal Latitude, decimal Longitude, string Label) : EventContent;

/// <summary>Where a follower is who allowed the account to know. Degrees, and meters of precision.</summary>
internal sealed record PositionReported(decimal Latitude, decimal Longitude, decimal Precision) : EventContent;

/// <summary>The status is <c>success</c>, <c>failed:user block</c> or <c>failed: system failed</c>.</summary>
internal sealed record TemplateMessageSent(string MessageId, string Status) : EventContent
{
    public bool Succeeded => Status == "success";
}

/// <summary>A mass send is over. The status is <c>sendsuccess</c>, <c>sendfail</c> or <c>err(…)</c>.</summary>
internal sealed record MassSendFinished(
    string MessageId, string Status, int TotalCount, int FilterCount, int SentCount, int ErrorCount) : EventContent
{
    /// <summary>Addresses of the articles that were sent, by their place from 1.</summary>
    public IReadOnlyList<ArticleAddress> Articles { get; init; } = [];
}

/// <summary>A publication is over. The status is a number: 0 published, 2 to 6 not, or not any longer.</summary>
internal sealed record PublicationFinished(string PublishId, int? Status, string ArticleId) : EventContent
{
    /// <summary>Addresses of the articles that were published, by their place from 1.</summary>
    public IReadOnlyList<ArticleAddress> Articles { get; init; } = [];

    /// <summary>Places, from 1, of the articles that were refused.</summary>
    public IReadOnlyList<int> RefusedPlaces { get; init; } = [];
}

/// <summary>One article of a mass send or a publication; its place counts from 1.</summary>
internal sealed record ArticleAddress(int Place, string Url);

/// <summary>A follower answered the question whether a notice (订阅通知) may come.</summary>
internal sealed record NoticesAnswered(IReadOnlyList<NoticeAnswer> Answers) : EventContent;

/// <summary>A follower changed the mind about notices in WeChat's own settings; only refusals are told.</summary>
internal sealed record NoticesChanged(IReadOnlyList<NoticeAnswer> Answers) : EventContent;

/// <summary>The status is <c>accept</c> or <c>reject</c>.</summary>
internal sealed record NoticeAnswer(string TemplateId, string Status)
{
    public bool IsAccepted => Status == "accept";
}

internal sealed record NoticesSent(IReadOnlyList<NoticeDelivery> Deliveries) : EventContent;

/// <summary>The error code is 0 where the notice arrived.</summary>
internal sealed record NoticeDelivery(string TemplateId, string MessageId, int? ErrorCode, string ErrorStatus);

/// <summary>A follower withdrew what a page had been allowed to know; whatever came from it must go.</summary>
internal sealed record AuthorizationRevoked(string OpenId, string Information) : EventContent;

/// <summary>The verification of the organization behind the account changed, or is about to expire.</summary>
internal sealed record VerificationChanged(VerificationNews News, DateTimeOffset? At, string? FailReason) : EventContent;

internal enum VerificationNews
{
    /// <summary>资质认证成功. The time is when it expires.</summary>
    QualificationVerified,

    /// <summary>资质认证失败. The time is when it failed.</summary>
    QualificationFailed,

    /// <summary>名称认证成功. The time is when it expires.</summary>
    NamingVerified,

    /// <summary>名称认证失败. The time is when it failed.</summary>
    NamingFailed,

    /// <summary>年审通知. The time is when the verification expires.</summary>
    RenewalDue,

    /// <summary>认证过期失效通知. The time is when it expired.</summary>
    Expired,
}

/// <summary>The name is as WeChat wrote it; its letter case varies between events.</summary>
internal sealed record OtherEvent(string Name, string Key) : EventContent;
