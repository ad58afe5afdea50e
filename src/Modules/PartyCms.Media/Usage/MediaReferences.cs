using System.Text.Json.Nodes;
using PartyCms.Media.Files;

namespace PartyCms.Media.Usage;

/// <summary>Finds the files that a content document names: in a body, as a cover, or in any other field.</summary>
internal static class MediaReferences
{
    /// <summary>Each file once for each place; places are paths of parts and fields, without positions in lists.</summary>
    public static IReadOnlyList<(string FilePath, string Place)> Find(JsonObject parts)
    {
        var found = new HashSet<(string, string)>();
        Walk(parts, "", found);
        return [.. found];
    }

    private static void Walk(JsonNode? node, string place, HashSet<(string, string)> found)
    {
        switch (node)
        {
            case JsonObject container:
                foreach (var (name, value) in container)
                {
                    Walk(value, place.Length == 0 ? name : $"{place}.{name}", found);
                }

                break;
            case JsonArray array:
                foreach (var element in array)
                {
                    Walk(element, place, found);
                }

                break;
            case JsonValue value when value.TryGetValue<string>(out var text):
                foreach (var path in MediaPath.FindAll(text))
                {
                    found.Add((path, MediaName.Shorten(place, MediaUsageConfiguration.PlaceLength)));
                }

                break;
        }
    }
}
