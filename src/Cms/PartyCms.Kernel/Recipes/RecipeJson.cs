using System.Globalization;
using System.Text.Json.Nodes;

namespace PartyCms.Kernel.Recipes;

/// <summary>Reads the properties of steps, whose names Orchard Core compares without case.</summary>
public static class RecipeJson
{
    /// <summary>The property of a name in any case; the exact name goes first. With its name as written.</summary>
    public static (string Name, JsonNode? Value) Property(this JsonObject step, string name)
    {
        if (step.TryGetPropertyValue(name, out var exact))
        {
            return (name, exact);
        }

        foreach (var (key, value) in step)
        {
            if (string.Equals(key, name, StringComparison.OrdinalIgnoreCase))
            {
                return (key, value);
            }
        }

        return (name, null);
    }

    /// <summary>The text of a property in any case, or null.</summary>
    public static string? TextOf(this JsonObject step, string name) =>
        step.Property(name).Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>The truth value of a property in any case; absent is false.</summary>
    public static bool FlagOf(this JsonObject step, string name) =>
        step.Property(name).Value is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    /// <summary>The elements of a list property in any case, with their places such as <c>.Data[0]</c>; none where it is no list.</summary>
    public static IEnumerable<(string Path, JsonNode? Node)> ListOf(this JsonObject step, string name)
    {
        var (key, value) = step.Property(name);
        return value is JsonArray array
            ? array.Select((node, index) => (string.Create(CultureInfo.InvariantCulture, $".{key}[{index}]"), node))
            : [];
    }

    /// <summary>The objects of a list property in any case, with their places.</summary>
    public static IEnumerable<(string Path, JsonObject Node)> ObjectsOf(this JsonObject step, string name) =>
        step.ListOf(name).Where(element => element.Node is JsonObject).Select(element => (element.Path, element.Node!.AsObject()));

    /// <summary>A property's place: <c>.name</c>, or <c>['odd name']</c>.</summary>
    public static string Place(string name) =>
        name.Length > 0 && name.All(c => char.IsLetterOrDigit(c) || c is '_' or '$' or '-')
            ? "." + name
            : $"['{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}']";
}
