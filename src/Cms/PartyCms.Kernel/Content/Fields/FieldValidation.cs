using System.Text.Json.Nodes;
using PartyCms.Kernel.Content.Definitions;

namespace PartyCms.Kernel.Content.Fields;

/// <summary>Holds every item against the settings of its fields, also those of the items within its bags.</summary>
public sealed class FieldValidation(ContentDefinitions definitions) : ContentHandler
{
    private const int Deepest = 5;

    /// <inheritdoc />
    public override ValueTask ValidateAsync(
        ContentItem item, bool isPublication, ICollection<ContentProblem> problems, CancellationToken cancellationToken)
    {
        if (definitions.FindType(item.ContentType) is { } type)
        {
            Check(item.Parts, type, isPublication, problems);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Adds what is wrong with parts that may not become an item for another reason, so that all is told at once.</summary>
    /// <param name="parts">Parts and fields as they would be stored.</param>
    /// <param name="type">Their type.</param>
    /// <param name="isPublication">False for a draft, which may be incomplete.</param>
    /// <param name="problems">Collects one entry for each fault.</param>
    public void Check(JsonObject parts, ContentType type, bool isPublication, ICollection<ContentProblem> problems) =>
        Check(parts, type, "", isPublication, problems, 0);

    private void Check(
        JsonObject parts, ContentType type, string prefix, bool isPublication, ICollection<ContentProblem> problems, int depth)
    {
        foreach (var (part, field) in definitions.FieldsOf(type))
        {
            var value = parts[part.Name] is JsonObject holder ? holder[field.Name] : null;
            FieldRules.Check(field, value, $"{prefix}{part.Name}.{field.Name}", isPublication, problems);
        }

        foreach (var bag in type.Definition!.Parts.Where(part => part.PartName == StandardParts.Bag && depth < Deepest))
        {
            var items = parts[bag.Name] is JsonObject holder ? holder["ContentItems"] as JsonArray ?? [] : [];
            for (var i = 0; i < items.Count; i++)
            {
                if (items[i] is JsonObject inner && inner.Text("ContentType") is { } name && definitions.FindType(name) is { } innerType)
                {
                    Check(inner, innerType, $"{prefix}{bag.Name}.ContentItems[{i}].", isPublication, problems, depth + 1);
                }
            }
        }
    }
}
