using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PartyCms.WeChat.Client.Drafts;
using PartyCms.WeChat.Client.Errors;
using PartyCms.WeChat.Client.Mass;
using PartyCms.WeChat.Client.Materials;
using PartyCms.WeChat.Client.Publishing;
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
