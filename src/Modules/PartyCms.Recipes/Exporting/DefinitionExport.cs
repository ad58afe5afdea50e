using System.Text.Json;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Recipes;
using PartyCms.Recipes.Steps;

namespace PartyCms.Recipes.Exporting;

/// <summary>The features an Orchard Core needs, then content types and parts: whatever comes later stands on them.</summary>
internal sealed class DefinitionExport(ContentDefinitions definitions) : IRecipeExport
{
    public int Position => 0;

    public Task WriteAsync(Utf8JsonWriter steps, ExportScope scope, CancellationToken cancellationToken)
    {
        var types = definitions.Types.Values.Where(type => scope.Includes(type.Name))
            .OrderBy(type => type.Name, StringComparer.Ordinal).Select(type => type.Definition!).ToList();
        var used = types.SelectMany(type => type.Parts).Select(part => part.PartName).ToHashSet(StringComparer.Ordinal);
        var parts = definitions.Parts.Values
            .Where(part => (scope.IsWholeSite || used.Contains(part.Name)) && !IsOfEverySite(part))
            .OrderBy(part => part.Name, StringComparer.Ordinal);
        new JsonObject
        {
            ["name"] = "feature",
            ["enable"] = new JsonArray([.. FeatureStep.ForExport.Select(feature => (JsonNode)feature)]),
        }.WriteTo(steps, ContentJson.Options);
        new JsonObject
        {
            ["name"] = "ContentDefinition",
            ["ContentTypes"] = new JsonArray([.. types.Select(DefinitionJson.Write)]),
            ["ContentParts"] = new JsonArray([.. parts.Select(DefinitionJson.Write)]),
        }.WriteTo(steps, ContentJson.Options);
        return Task.CompletedTask;
    }

    // Every Orchard Core brings its own TitlePart and the like; ours must not rename them there.
    private static bool IsOfEverySite(ContentPartDefinition part) =>
        part.Fields.Count == 0
        && StandardParts.All.FirstOrDefault(standard => standard.Name == part.Name) is { } own
        && JsonNode.DeepEquals(DefinitionJson.Write(own), DefinitionJson.Write(part));
}
