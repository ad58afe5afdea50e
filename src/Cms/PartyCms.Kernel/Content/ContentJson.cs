using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Text;

namespace PartyCms.Kernel.Content;

/// <summary>The wire form of content: PascalCase, raw UTF-8, explicit nulls for the eleven base properties.</summary>
public static class ContentJson
{
    /// <summary>Options for parts and fields. Angle brackets stay escaped, so a body is safe inside a page too.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        Encoder = ReadableJsonEncoder.Instance,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The item as a JSON object: the base properties in their fixed order, then the parts.</summary>
    public static JsonObject ToJson(ContentItem item)
    {
        var json = new JsonObject
        {
            ["ContentItemId"] = item.ContentItemId,
            ["ContentItemVersionId"] = item.ContentItemVersionId,
            ["ContentType"] = item.ContentType,
            ["DisplayText"] = item.DisplayText,
            ["Latest"] = item.Latest,
            ["Published"] = item.Published,
            ["ModifiedUtc"] = Format(item.ModifiedUtc),
            ["PublishedUtc"] = Format(item.PublishedUtc),
            ["CreatedUtc"] = Format(item.CreatedUtc),
            ["Owner"] = item.Owner,
            ["Author"] = item.Author,
        };
        foreach (var (name, part) in item.Parts)
        {
            json[name] = part?.DeepClone();
        }

        return json;
    }

    /// <summary>ISO 8601 in UTC with up to seven fractional digits, none of them trailing zeros.</summary>
    public static string? Format(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture);
}
