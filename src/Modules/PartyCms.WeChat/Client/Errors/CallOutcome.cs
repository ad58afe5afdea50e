using System.Text.Json.Serialization;

namespace PartyCms.WeChat.Client.Errors;

/// <summary>What stands in an answer that is an error, and may stand in one that is none.</summary>
internal sealed record CallOutcome
{
    [JsonPropertyName("errcode")]
    public int? Code { get; init; }

    [JsonPropertyName("errmsg")]
    public string? Message { get; init; }
}
