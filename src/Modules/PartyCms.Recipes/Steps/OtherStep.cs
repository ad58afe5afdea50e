using System.Text.Json.Nodes;
using PartyCms.Kernel.Recipes;

namespace PartyCms.Recipes.Steps;

/// <summary>Takes the steps that nobody knows: says so, and changes nothing.</summary>
internal sealed class OtherStep : IRecipeStep
{
    public string Name => IRecipeStep.AnyOther;

    public bool IsOpenToImport => true;

    public Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken)
    {
        var name = step.TextOf("name");
        report.PassOver(new RecipeMessage(
            "unknown-step", $"本站没有“{name}”这种步骤，已略过。", $"The step '{name}' is unknown here and was passed over."));
        return Task.CompletedTask;
    }
}
