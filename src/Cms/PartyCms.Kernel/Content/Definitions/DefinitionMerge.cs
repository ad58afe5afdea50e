using System.Text.Json.Nodes;

namespace PartyCms.Kernel.Content.Definitions;

/// <summary>
/// Lays an incoming definition over a stored one, as a <c>ContentDefinition</c> step does: what it names is added or
/// changed, what it does not name stays.
/// </summary>
public static class DefinitionMerge
{
    /// <summary>The type that results.</summary>
    public static ContentTypeDefinition Merge(ContentTypeDefinition stored, ContentTypeDefinition incoming) => incoming with
    {
        Settings = Merge(stored.Settings, incoming.Settings),
        Parts = Merge(
            stored.Parts, incoming.Parts, part => part.Name,
            (old, part) => part with { Settings = Merge(old.Settings, part.Settings) }),
        Rest = Merge(stored.Rest, incoming.Rest),
    };

    /// <summary>The part that results.</summary>
    public static ContentPartDefinition Merge(ContentPartDefinition stored, ContentPartDefinition incoming) => incoming with
    {
        Settings = Merge(stored.Settings, incoming.Settings),
        Fields = Merge(
            stored.Fields, incoming.Fields, field => field.Name,
            (old, field) => field with { Settings = Merge(old.Settings, field.Settings) }),
        Rest = Merge(stored.Rest, incoming.Rest),
    };

    private static List<T> Merge<T>(
        IReadOnlyList<T> stored, IReadOnlyList<T> incoming, Func<T, string> nameOf, Func<T, T, T> merge)
    {
        var byName = incoming.ToDictionary(nameOf, StringComparer.Ordinal);
        var merged = stored.Select(old => byName.Remove(nameOf(old), out var changed) ? merge(old, changed) : old).ToList();
        merged.AddRange(incoming.Where(added => byName.ContainsKey(nameOf(added))));
        return merged;
    }

    // Objects merge deep, everything else is replaced: a shorter list of contained types is meant to be shorter.
    private static JsonObject Merge(JsonObject stored, JsonObject incoming)
    {
        var merged = stored.DeepClone().AsObject();
        foreach (var (name, value) in incoming)
        {
            merged[name] = value is JsonObject inner && merged[name] is JsonObject old ? Merge(old, inner) : value?.DeepClone();
        }

        return merged;
    }
}
