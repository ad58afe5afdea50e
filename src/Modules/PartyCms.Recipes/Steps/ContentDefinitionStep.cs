using System.Text.Json.Nodes;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Recipes;

namespace PartyCms.Recipes.Steps;

/// <summary>
/// Step <c>ContentDefinition</c>: adds and changes content types and parts; what the file does not name stays.
/// </summary>
internal sealed class ContentDefinitionStep(PutDefinitions put) : IRecipeStep
{
    public string Name => "ContentDefinition";

    public IReadOnlyList<string> Lists => ["ContentTypes", "ContentParts"];

    public bool IsOpenToImport => true;

    public void Check(JsonObject step, RecipeReport report) => PutDefinitions.Read(step, report);

    public Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken) =>
        put.RunAsync(step, isReplacement: false, report, cancellationToken);
}

/// <summary>Step <c>ReplaceContentDefinition</c>: types and parts become exactly what the file says.</summary>
internal sealed class ReplaceContentDefinitionStep(PutDefinitions put) : IRecipeStep
{
    public string Name => "ReplaceContentDefinition";

    public IReadOnlyList<string> Lists => ["ContentTypes", "ContentParts"];

    public bool IsOpenToImport => true;

    public void Check(JsonObject step, RecipeReport report) => PutDefinitions.Read(step, report);

    public Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken) =>
        put.RunAsync(step, isReplacement: true, report, cancellationToken);
}

/// <summary>Step <c>DeleteContentDefinition</c>: takes types and parts away; their items stay.</summary>
internal sealed class DeleteContentDefinitionStep(ContentDefinitions definitions) : IRecipeStep
{
    public string Name => "DeleteContentDefinition";

    public IReadOnlyList<string> Lists => ["ContentTypes", "ContentParts"];

    public bool IsOpenToImport => true;

    public async Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken)
    {
        var types = Names(step, "ContentTypes", report);
        var parts = Names(step, "ContentParts", report);
        await definitions.RemoveAsync(types, parts, cancellationToken);
        report.Apply(
            new RecipeMessage("done", $"删除了 {types.Count} 个内容类型、{parts.Count} 个部件的定义。", $"Removed {types.Count} types and {parts.Count} parts."),
            ("types", types.Count), ("parts", parts.Count));
    }

    private List<string> Names(JsonObject step, string property, RecipeReport report)
    {
        var names = new List<string>();
        foreach (var (path, node) in step.ListOf(property))
        {
            if (node is not JsonValue value || !value.TryGetValue<string>(out var name))
            {
                continue;
            }

            if (definitions.IsDeclared(name))
            {
                report.Warn(
                    new RecipeMessage(
                        "built-in-definition",
                        $"“{name}”是本站自带的，不能删除，只恢复为原来的定义。",
                        $"'{name}' belongs to the site and cannot be removed; it went back to its own definition."),
                    path);
            }

            names.Add(name);
        }

        return names;
    }
}
