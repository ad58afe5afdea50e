using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PartyCms.Contents.Samples;

/// <summary>One item of a sample file, in plain names; unknown names are fields of its own type.</summary>
internal sealed record SampleContent(
    string Slug,
    string Title,
    string Summary,
    string Html,
    string? Branch,
    string? Column,
    int DaysAgo,
    string Time,
    bool Pinned,
    string? CoverStyle,
    string? CoverAlt,
    SampleWithdrawal? Withdrawn,
    SampleCorrection? Correction,
    JsonObject? Parts)
{
    /// <summary>Fields of the type, such as the group of a disclosure.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; init; }
}

internal sealed record SampleWithdrawal(string Reason);

internal sealed record SampleCorrection(string Note);
