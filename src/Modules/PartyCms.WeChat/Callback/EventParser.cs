using System.Globalization;

namespace PartyCms.WeChat.Callback;

/// <summary>Reads what an event says. WeChat writes their names in mixed case, and not in the same case everywhere.</summary>
internal static class EventParser
{
    private const string ScenePrefix = "qrscene_";

    /// <summary>The last second of the year 9999, beyond which the runtime knows no time.</summary>
    private const long LatestSecond = 253_402_300_799;

    public static EventContent Parse(MessageFields fields)
    {
        var name = Text(fields, "Event");
        var key = Text(fields, "EventKey");
        return ParseFollowing(name, key)
            ?? ParseMenu(name, key, fields)
            ?? ParseJob(name, fields)
            ?? ParseNotice(name, fields)
            ?? ParseAccount(name, fields)
            ?? new OtherEvent(name, key);
    }

    private static EventContent? ParseFollowing(string name, string key) => name.ToUpperInvariant() switch
    {
        "SUBSCRIBE" => new Subscribed(
            key.StartsWith(ScenePrefix, StringComparison.Ordinal) ? key[ScenePrefix.Length..] : null),
        "UNSUBSCRIBE" => new Unsubscribed(),
        "SCAN" => new SceneScanned(key),
        _ => null,
    };

    private static EventContent? ParseMenu(string name, string key, MessageFields fields) => name.ToUpperInvariant() switch
    {
        "CLICK" => new MenuClicked(key),
        "VIEW" => new MenuLinkOpened(key),
        "VIEW_MINIPROGRAM" => new MiniProgramOpened(key),
        "SCANCODE_PUSH" => CodeOf(key, fields, isAwaited: false),
        "SCANCODE_WAITMSG" => CodeOf(key, fields, isAwaited: true),
        "PIC_SYSPHOTO" or "PIC_PHOTO_OR_ALBUM" or "PIC_WEIXIN" =>
            new PicturesChosen(key, Count(fields, "SendPicsInfo/Count")),
        "LOCATION_SELECT" when Degrees(fields, "SendLocationInfo/Location_X") is { } latitude
            && Degrees(fields, "SendLocationInfo/Location_Y") is { } longitude =>
            new PlaceChosen(key, latitude, longitude, Text(fields, "SendLocationInfo/Label")),
        "LOCATION" when Degrees(fields, "Latitude") is { } latitude && Degrees(fields, "Longitude") is { } longitude =>
            new PositionReported(latitude, longitude, Degrees(fields, "Precision") ?? 0),
        _ => null,
    };

    private static CodeScanned CodeOf(string key, MessageFields fields, bool isAwaited) => new(
        key, Text(fields, "ScanCodeInfo/ScanType"), Text(fields, "ScanCodeInfo/ScanResult"), isAwaited);

    private static EventContent? ParseJob(string name, MessageFields fields) => name.ToUpperInvariant() switch
    {
        "TEMPLATESENDJOBFINISH" => new TemplateMessageSent(Text(fields, "MsgID"), Text(fields, "Status")),
        "MASSSENDJOBFINISH" => new MassSendFinished(
            Text(fields, "MsgID"), Text(fields, "Status"), Count(fields, "TotalCount"), Count(fields, "FilterCount"),
            Count(fields, "SentCount"), Count(fields, "ErrorCount"))
        {
            Articles = Articles(fields, "ArticleUrlResult/ResultList/item", "ArticleIdx", "ArticleUrl"),
        },

        // The second name stands in the model of another client; the documentation has the first.
        "PUBLISHJOBFINISH" or "FREEPUBLISHJOBFINISH" => new PublicationFinished(
            Text(fields, "PublishEventInfo/publish_id"), Number(fields, "PublishEventInfo/publish_status"),
            Text(fields, "PublishEventInfo/article_id"))
        {
            Articles = Articles(fields, "PublishEventInfo/article_detail/item", "idx", "article_url"),
            RefusedPlaces =
            [
                .. fields.All("PublishEventInfo/fail_idx").Select(Number).OfType<int>(),
            ],
        },
        _ => null,
    };

    private static IReadOnlyList<ArticleAddress> Articles(MessageFields fields, string path, string place, string url) =>
    [
        .. from item in fields.Groups(path)
           let number = Number(item, place)
           where number is not null
           select new ArticleAddress(number.Value, Text(item, url)),
    ];

    private static EventContent? ParseNotice(string name, MessageFields fields) => name.ToUpperInvariant() switch
    {
        "SUBSCRIBE_MSG_POPUP_EVENT" => new NoticesAnswered(Answers(fields, "SubscribeMsgPopupEvent/List")),
        "SUBSCRIBE_MSG_CHANGE_EVENT" => new NoticesChanged(Answers(fields, "SubscribeMsgChangeEvent/List")),
        "SUBSCRIBE_MSG_SENT_EVENT" => new NoticesSent(
        [
            .. fields.Groups("SubscribeMsgSentEvent/List").Select(item => new NoticeDelivery(
                Text(item, "TemplateId"), Text(item, "MsgID"), Number(item, "ErrorCode"), Text(item, "ErrorStatus"))),
        ]),
        _ => null,
    };

    private static IReadOnlyList<NoticeAnswer> Answers(MessageFields fields, string path) =>
    [
        .. fields.Groups(path).Select(item =>
            new NoticeAnswer(Text(item, "TemplateId"), Text(item, "SubscribeStatusString"))),
    ];

    private static EventContent? ParseAccount(string name, MessageFields fields) => name.ToUpperInvariant() switch
    {
        "USER_AUTHORIZATION_REVOKE" => new AuthorizationRevoked(Text(fields, "OpenID"), Text(fields, "RevokeInfo")),
        "QUALIFICATION_VERIFY_SUCCESS" => Verification(VerificationNews.QualificationVerified, "ExpiredTime", fields),
        "QUALIFICATION_VERIFY_FAIL" => Verification(VerificationNews.QualificationFailed, "FailTime", fields),
        "NAMING_VERIFY_SUCCESS" => Verification(VerificationNews.NamingVerified, "ExpiredTime", fields),
        "NAMING_VERIFY_FAIL" => Verification(VerificationNews.NamingFailed, "FailTime", fields),
        "ANNUAL_RENEW" => Verification(VerificationNews.RenewalDue, "ExpiredTime", fields),
        "VERIFY_EXPIRED" => Verification(VerificationNews.Expired, "ExpiredTime", fields),
        _ => null,
    };

    private static VerificationChanged Verification(VerificationNews news, string time, MessageFields fields) => new(
        news,
        long.TryParse(fields[time], NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= 0 and <= LatestSecond ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null,
        fields["FailReason"]?.Trim());

    // Samples of the documentation have line breaks around values.
    private static string Text(MessageFields fields, string path) => fields[path]?.Trim() ?? "";

    private static int? Number(MessageFields fields, string path) => Number(fields[path]);

    private static int? Number(string? text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static int Count(MessageFields fields, string path) => Number(fields, path) ?? 0;

    private static decimal? Degrees(MessageFields fields, string path) =>
        decimal.TryParse(fields[path], NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees)
            ? degrees
            : null;
}
