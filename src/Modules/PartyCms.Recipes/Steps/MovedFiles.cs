using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace PartyCms.Recipes.Steps;

/// <summary>
/// Lets content name the files of a recipe by the paths they have in the library here: in media fields, and within texts
/// as <c>/media/…</c> of this site.
/// </summary>
internal static partial class MovedFiles
{
    /// <summary>Puts the new paths in, and returns how many.</summary>
    /// <param name="nodes">Content items; changed in place.</param>
    /// <param name="paths">New paths by the old ones, both within the library.</param>
    public static int Rewrite(IEnumerable<JsonNode?> nodes, IReadOnlyDictionary<string, string> paths) =>
        paths.Any(path => path.Key != path.Value) ? nodes.Sum(node => Walk(node, paths, isPath: false)) : 0;

    private static int Walk(JsonNode? node, IReadOnlyDictionary<string, string> paths, bool isPath)
    {
        var count = 0;
        if (node is JsonObject container)
        {
            foreach (var (name, value) in container.ToList())
            {
                if (Changed(value, paths, isPath: false) is { } changed)
                {
                    container[name] = changed;
                    count++;
                }
                else
                {
                    count += Walk(value, paths, isPath: name == "Paths");
                }
            }
        }
        else if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
            {
                if (Changed(array[i], paths, isPath) is { } changed)
                {
                    array[i] = changed;
                    count++;
                }
                else
                {
                    count += Walk(array[i], paths, isPath: false);
                }
            }
        }

        return count;
    }

    private static JsonValue? Changed(JsonNode? node, IReadOnlyDictionary<string, string> paths, bool isPath)
    {
        if (node is not JsonValue value || !value.TryGetValue<string>(out var text))
        {
            return null;
        }

        var changed = isPath && paths.TryGetValue(text.TrimStart('~').TrimStart('/'), out var path)
            ? path
            : Address().Replace(text, match =>
                paths.TryGetValue(Uri.UnescapeDataString(match.Groups[1].Value), out var moved) ? "/media/" + moved : match.Value);
        return changed == text ? null : JsonValue.Create(changed);
    }

    // Not behind a host: the same path on another site is another file.
    [GeneratedRegex("""(?<![\w.:/~-])~?/media/([^\s"'<>()\[\]?#|]+)""")]
    private static partial Regex Address();
}
