using System.Text.Json.Serialization;

namespace PartyCms.WeChat.Client.Mass;

/// <summary>WeChat has queued a message; followers get it within half an hour.</summary>
internal sealed record MassSent
{
    [JsonPropertyName("msg_id")]
    public required long MessageId { get; init; }

    [JsonPropertyName("msg_data_id")]
    public long? MessageDataId { get; init; }

    /// <summary>Whether WeChat had it already from an earlier call with the same client message id.</summary>
    [JsonIgnore]
    public bool WasSentBefore { get; init; }
}

/// <summary>A message by its id.</summary>
internal sealed record MassReference(
    [property: JsonPropertyName("msg_id"), JsonNumberHandling(JsonNumberHandling.WriteAsString)] long MessageId);

/// <summary>Which articles of a message to delete.</summary>
/// <param name="MessageId">The message.</param>
/// <param name="ArticleIndex">Place of one article, from 1; 0 means all.</param>
internal sealed record MassDeletion(
    [property: JsonPropertyName("msg_id")] long MessageId, [property: JsonPropertyName("article_idx")] int ArticleIndex);

/// <summary>What has become of a message.</summary>
internal sealed record MassProgress
{
    /// <summary><c>SEND_SUCCESS</c>, <c>SENDING</c>, <c>SEND_FAIL</c> or <c>DELETE</c>.</summary>
    [JsonPropertyName("msg_status")]
    public string Status { get; init; } = "";
}

/// <summary>How fast WeChat sends.</summary>
internal sealed record MassSpeed
{
    /// <summary>0, the fastest, to 4.</summary>
    public int Speed { get; init; }

    /// <summary>Ten thousand messages a minute; WeChat's answer.</summary>
    [JsonPropertyName("realspeed")]
    public int? RealSpeed { get; init; }
}
