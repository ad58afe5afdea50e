using System.Text.Json.Nodes;

namespace PartyCms.Contents.Organizing.Outlines;

/// <summary>Makes items that lie in another one: a term, an entry of a menu.</summary>
internal static class NestedItem
{
    /// <summary>A new item in wire form. It has no versions of its own, so its flags say nothing.</summary>
    public static JsonObject New(string id, string type, string title) => new()
    {
        ["ContentItemId"] = id,
        ["ContentItemVersionId"] = null,
        ["ContentType"] = type,
        ["DisplayText"] = title,
        ["Latest"] = false,
        ["Published"] = false,
        ["ModifiedUtc"] = null,
        ["PublishedUtc"] = null,
        ["CreatedUtc"] = null,
        ["Owner"] = null,
        ["Author"] = null,
        ["TitlePart"] = new JsonObject { ["Title"] = title },
    };
}
