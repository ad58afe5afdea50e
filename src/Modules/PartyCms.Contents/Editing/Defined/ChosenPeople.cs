using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Content.Fields;
using PartyCms.Organization.Contracts;

namespace PartyCms.Contents.Editing.Defined;

/// <summary>
/// Holds the people whom an editor chose against those the editor may see. Whoever stood in the item before may stay:
/// the form shows them without a name.
/// </summary>
internal sealed class ChosenPeople(ContentDefinitions definitions, VisibleMembers members)
{
    private const int Deepest = 5;

    /// <summary>Adds one problem for each field that names somebody else.</summary>
    public async Task CheckAsync(
        ContentType type, JsonObject? before, JsonObject parts, List<ContentProblem> problems, CancellationToken cancellationToken)
    {
        var known = FieldsIn(before ?? [], type, "", 0).SelectMany(field => field.Ids).ToHashSet(StringComparer.Ordinal);
        var added = FieldsIn(parts, type, "", 0)
            .Select(field => (field.Path, field.Name, Ids: field.Ids.Where(id => !known.Contains(id)).ToList()))
            .Where(field => field.Ids.Count > 0).ToList();
        if (added.Count == 0)
        {
            return;
        }

        var visible = await members.AmongAsync([.. added.SelectMany(field => field.Ids).Distinct(StringComparer.Ordinal)], cancellationToken);
        foreach (var (path, name, ids) in added)
        {
            if (ids.Exists(id => !visible.Contains(id)))
            {
                problems.Add(new ContentProblem(path, $"“{name}”里有您不能选的人，请从名单里选。"));
            }
        }
    }

    private IEnumerable<(string Path, string Name, IReadOnlyList<string> Ids)> FieldsIn(
        JsonObject parts, ContentType type, string prefix, int depth)
    {
        foreach (var (part, field) in definitions.FieldsOf(type).Where(entry => entry.Field.FieldName == FieldKind.UserPicker))
        {
            var path = $"{prefix}{part.Name}.{field.Name}.UserIds";
            if ((parts[part.Name] as JsonObject)?[field.Name] is JsonObject value && value["UserIds"] is JsonArray ids)
            {
                yield return (path, field.DisplayName, [.. ids.OfType<JsonValue>().Select(id => id.ToString())]);
            }
        }

        foreach (var bag in type.Definition!.Parts.Where(part => part.PartName == StandardParts.Bag && depth < Deepest))
        {
            var items = (parts[bag.Name] as JsonObject)?["ContentItems"] as JsonArray ?? [];
            for (var i = 0; i < items.Count; i++)
            {
                if (items[i] is JsonObject inner && definitions.FindType(inner.Text("ContentType") ?? "") is { } innerType)
                {
                    foreach (var field in FieldsIn(inner, innerType, $"{prefix}{bag.Name}.ContentItems[{i}].", depth + 1))
                    {
                        yield return field;
                    }
                }
            }
        }
    }
}
