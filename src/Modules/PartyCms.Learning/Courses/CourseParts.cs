using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;

namespace PartyCms.Learning.Courses;

/// <summary>Reads the fields of a course out of its content document.</summary>
internal static class CourseParts
{
    public const string ContentType = "Course";

    public const string Required = "CoursePart.Required.Value";

    public const string Lessons = "CoursePart.Lessons.ContentItemIds";

    /// <summary>Empty places for lessons that the editor offers.</summary>
    public const int SparePlaces = 4;

    public const string RequiredFacet = "必学";

    public const string ElectiveFacet = "选学";

    public static bool IsRequired(this JsonObject parts) =>
        parts.Flag(Required) || string.Equals(parts.Text(Required), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Content item ids of its lessons, in order.</summary>
    public static IReadOnlyList<string> CourseLessons(this JsonObject parts) =>
        parts.Find(Lessons) is JsonArray ids
            ? [.. ids.Select(id => id is JsonValue value && value.TryGetValue<string>(out var text) ? text : "").Where(id => id.Length > 0)]
            : [];
}
