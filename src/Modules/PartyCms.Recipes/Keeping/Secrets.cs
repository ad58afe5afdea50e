using System.Globalization;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Recipes;

namespace PartyCms.Recipes.Keeping;

/// <summary>Takes out of a document what must never be stored in plain text or exported.</summary>
internal static class Secrets
{
    private static readonly string[] Endings =
        ["secret", "password", "passwordhash", "securitystamp", "apikey", "connectionstring", "accesskey", "sitesalt", "superuser", "token"];

    /// <summary>Removes the secrets within a node and returns their places.</summary>
    public static List<string> RemoveFrom(JsonNode? node)
    {
        var places = new List<string>();
        Remove(node, "", places);
        return places;
    }

    private static void Remove(JsonNode? node, string path, List<string> places)
    {
        if (node is JsonObject container)
        {
            foreach (var (name, value) in container.ToList())
            {
                var place = path + RecipeJson.Place(name);
                if (IsSecret(name) && value is JsonValue scalar && scalar.TryGetValue<string>(out var text) && text.Length > 0)
                {
                    container.Remove(name);
                    places.Add(place);
                }
                else
                {
                    Remove(value, place, places);
                }
            }
        }
        else if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
            {
                Remove(array[i], string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), places);
            }
        }
    }

    private static bool IsSecret(string name) => Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
