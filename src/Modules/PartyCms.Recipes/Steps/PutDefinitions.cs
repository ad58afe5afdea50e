using System.Collections.Frozen;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Recipes;

namespace PartyCms.Recipes.Steps;

/// <summary>Stores the types and parts of a definition step, and tells what of them means nothing here.</summary>
internal sealed class PutDefinitions(ContentDefinitions definitions)
{
    private static readonly FrozenSet<string> KnownFields = new[]
    {
        "TextField", "HtmlField", "MarkdownField", "BooleanField", "NumericField", "DateField", "DateTimeField", "TimeField", "LinkField",
        "MediaField", "ContentPickerField", "TaxonomyField", "UserPickerField", "MultiTextField",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The types and parts of a step; what is faulty is told as an error and left out.</summary>
    public static (List<(string Path, ContentTypeDefinition Type)> Types, List<(string Path, ContentPartDefinition Part)> Parts) Read(
        JsonObject step, RecipeReport report) =>
        (Read(step, "ContentTypes", DefinitionJson.ReadType, report), Read(step, "ContentParts", DefinitionJson.ReadPart, report));

    public async Task RunAsync(JsonObject step, bool isReplacement, RecipeReport report, CancellationToken cancellationToken)
    {
        var (types, parts) = Read(step, report);
        var newTypes = types
            .Select(entry => !isReplacement && definitions.FindType(entry.Type.Name)?.Definition is { } stored
                ? DefinitionMerge.Merge(stored, entry.Type)
                : entry.Type)
            .Where(type => !IsSame(definitions.FindType(type.Name)?.Definition, type)).ToList();
        var newParts = parts
            .Select(entry => !isReplacement && definitions.Parts.TryGetValue(entry.Part.Name, out var stored)
                ? DefinitionMerge.Merge(stored, entry.Part)
                : entry.Part)
            .Where(part => !IsSame(definitions.Parts.GetValueOrDefault(part.Name), part)).ToList();
        await definitions.PutAsync(newTypes, newParts, cancellationToken);
        TellUnknown(types, parts, report);
        var changed = newTypes.Count + newParts.Count;
        report.Apply(
            new RecipeMessage(
                "done",
                $"{types.Count} 个内容类型、{parts.Count} 个部件，其中 {changed} 个有变化。",
                $"{types.Count} content types and {parts.Count} parts, {changed} of them new or changed."),
            ("types", types.Count), ("parts", parts.Count), ("changed", changed));
    }

    private static List<(string, T)> Read<T>(JsonObject step, string property, Func<JsonObject, T> read, RecipeReport report)
    {
        var definitions = new List<(string, T)>();
        foreach (var (path, node) in step.ListOf(property))
        {
            try
            {
                definitions.Add((path, node is JsonObject json
                    ? read(json)
                    : throw new ContentDefinitionException("A definition must be an object.")));
            }
            catch (ContentDefinitionException exception)
            {
                report.Refuse(new RecipeMessage("bad-definition", $"定义有误：{exception.Message}", exception.Message), path);
            }
        }

        return definitions;
    }

    private static bool IsSame(ContentTypeDefinition? stored, ContentTypeDefinition type) =>
        stored is not null && JsonNode.DeepEquals(DefinitionJson.Write(stored), DefinitionJson.Write(type));

    private static bool IsSame(ContentPartDefinition? stored, ContentPartDefinition part) =>
        stored is not null && JsonNode.DeepEquals(DefinitionJson.Write(stored), DefinitionJson.Write(part));

    private void TellUnknown(
        List<(string Path, ContentTypeDefinition Type)> types, List<(string Path, ContentPartDefinition Part)> parts, RecipeReport report)
    {
        foreach (var (path, type) in types)
        {
            // A part named as its type holds the type's own fields; without fields there need be none.
            foreach (var name in type.Parts.Select(part => part.PartName).Distinct()
                .Where(name => name != type.Name && !definitions.Parts.ContainsKey(name)))
            {
                report.PassOver(
                    new RecipeMessage(
                        "unknown-part",
                        $"“{type.DisplayName}”里的部件 {name} 本站没有：数据会原样保留和导出，但不会显示。",
                        $"The part '{name}' of '{type.Name}' is unknown here: its data is kept and exported, but not shown."),
                    path);
            }
        }

        foreach (var (path, part) in parts)
        {
            foreach (var field in part.Fields.Where(field => !KnownFields.Contains(field.FieldName)))
            {
                report.PassOver(
                    new RecipeMessage(
                        "unknown-field",
                        $"“{part.DisplayName}”里的字段 {field.Name} 是本站没有的种类 {field.FieldName}：数据会原样保留和导出，但不能编辑。",
                        $"The field '{field.Name}' of '{part.Name}' is of the unknown kind '{field.FieldName}': kept and exported, not edited."),
                    path);
            }
        }
    }
}
