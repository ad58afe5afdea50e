using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PartyCms.WeChat.Client.CustomerMessages;
using PartyCms.WeChat.Client.Diagnostics;
using PartyCms.WeChat.Client.Drafts;
using PartyCms.WeChat.Client.Errors;
using PartyCms.WeChat.Client.Followers;
using PartyCms.WeChat.Client.Mass;
using PartyCms.WeChat.Client.Materials;
using PartyCms.WeChat.Client.Menus;
using PartyCms.WeChat.Client.OAuth;
using PartyCms.WeChat.Client.Publishing;
using PartyCms.WeChat.Client.QrCodes;
using PartyCms.WeChat.Client.Subscriptions;
using PartyCms.WeChat.Client.Tags;
using PartyCms.WeChat.Client.Templates;
using PartyCms.WeChat.Client.Tokens;

namespace PartyCms.WeChat.Client;

/// <summary>JSON as WeChat writes and wants it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(CallOutcome))]
[JsonSerializable(typeof(StableTokenQuery))]
[JsonSerializable(typeof(IssuedToken))]
[JsonSerializable(typeof(DraftsToAdd))]
[JsonSerializable(typeof(DraftToUpdate))]
[JsonSerializable(typeof(DraftAdded))]
[JsonSerializable(typeof(DraftContent))]
[JsonSerializable(typeof(DraftPage))]
[JsonSerializable(typeof(DraftCount))]
[JsonSerializable(typeof(DraftSwitch))]
[JsonSerializable(typeof(MediaReference))]
[JsonSerializable(typeof(PageQuery))]
[JsonSerializable(typeof(PublishReference))]
[JsonSerializable(typeof(PublishSubmitted))]
[JsonSerializable(typeof(PublishProgress))]
[JsonSerializable(typeof(PublishedPage))]
[JsonSerializable(typeof(PublishedContent))]
[JsonSerializable(typeof(ArticleReference))]
[JsonSerializable(typeof(MassMessage))]
[JsonSerializable(typeof(MassSent))]
[JsonSerializable(typeof(MassReference))]
[JsonSerializable(typeof(MassDeletion))]
[JsonSerializable(typeof(MassProgress))]
[JsonSerializable(typeof(MassSpeed))]
[JsonSerializable(typeof(MassPreview))]
[JsonSerializable(typeof(UploadedArticleImage))]
[JsonSerializable(typeof(AddedMaterial))]
[JsonSerializable(typeof(VideoDescription))]
[JsonSerializable(typeof(TemporaryMedia))]
[JsonSerializable(typeof(MaterialCount))]
[JsonSerializable(typeof(MaterialPageQuery))]
[JsonSerializable(typeof(MaterialPage))]
[JsonSerializable(typeof(StoredVideo))]
[JsonSerializable(typeof(StoredNews))]
[JsonSerializable(typeof(object))]
[JsonSerializable(typeof(Menu))]
[JsonSerializable(typeof(AccountMenus))]
[JsonSerializable(typeof(MenuReference))]
[JsonSerializable(typeof(MenuViewer))]
[JsonSerializable(typeof(CurrentMenu))]
[JsonSerializable(typeof(Follower))]
[JsonSerializable(typeof(FollowerList))]
[JsonSerializable(typeof(FollowerPage))]
[JsonSerializable(typeof(FollowersWanted))]
[JsonSerializable(typeof(FollowerRemark))]
[JsonSerializable(typeof(ListBegin))]
[JsonSerializable(typeof(PeopleToBlock))]
[JsonSerializable(typeof(TagEnvelope))]
[JsonSerializable(typeof(TagList))]
[JsonSerializable(typeof(TagMembersQuery))]
[JsonSerializable(typeof(TagChange))]
[JsonSerializable(typeof(TagOwner))]
[JsonSerializable(typeof(TagIdList))]
[JsonSerializable(typeof(QrCode))]
[JsonSerializable(typeof(QrCodeOrder))]
[JsonSerializable(typeof(ShortKeyOrder))]
[JsonSerializable(typeof(ShortKey))]
[JsonSerializable(typeof(ShortKeyContent))]
[JsonSerializable(typeof(CustomerMessage))]
[JsonSerializable(typeof(CustomerTyping))]
[JsonSerializable(typeof(TemplateMessage))]
[JsonSerializable(typeof(TemplateMessageSent))]
[JsonSerializable(typeof(TemplateList))]
[JsonSerializable(typeof(TemplateOrder))]
[JsonSerializable(typeof(TemplateReference))]
[JsonSerializable(typeof(TemplateIndustries))]
[JsonSerializable(typeof(SubscriptionNotice))]
[JsonSerializable(typeof(NoticeTemplateList))]
[JsonSerializable(typeof(NoticeCategoryList))]
[JsonSerializable(typeof(NoticeTitleList))]
[JsonSerializable(typeof(NoticeKeywordList))]
[JsonSerializable(typeof(NoticeTemplateOrder))]
[JsonSerializable(typeof(NoticeTemplateReference))]
[JsonSerializable(typeof(CallExplanation))]
[JsonSerializable(typeof(CallReference))]
[JsonSerializable(typeof(QuotaUse))]
[JsonSerializable(typeof(QuotaPath))]
[JsonSerializable(typeof(QuotaResetBySecret))]
[JsonSerializable(typeof(ServerAddresses))]
[JsonSerializable(typeof(CallbackCheckOrder))]
[JsonSerializable(typeof(CallbackCheck))]
[JsonSerializable(typeof(WebGrant))]
[JsonSerializable(typeof(WebProfile))]
internal sealed partial class WeChatJson : JsonSerializerContext
{
    /// <summary>UTF-8 without an escape that JSON does not demand.</summary>
    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, TypeInfo<T>());

    /// <summary>Reads what WeChat sent; throws <see cref="JsonException" /> for what is no JSON or has another shape.</summary>
    public static T? Read<T>(ReadOnlyMemory<byte> body) => JsonSerializer.Deserialize(AnswerText.Clean(body).Span, TypeInfo<T>());

    private static JsonTypeInfo<T> TypeInfo<T>() => (JsonTypeInfo<T>)Wire.Options.GetTypeInfo(typeof(T));

    // By itself, since the generated half of this class must be there before.
    private static class Wire
    {
        public static readonly JsonSerializerOptions Options = new(Default.Options)
        {
            Encoder = RawJsonEncoder.Instance,
            TypeInfoResolver = Default,
        };
    }
}
