using System.Text.Json.Nodes;
using PartyCms.Kernel.Recipes;
using PartyCms.Recipes.Keeping;

namespace PartyCms.Recipes.Steps;

/// <summary>
/// Takes the steps that have no effect here: what they hold is kept and exported again; what they order is told and left
/// undone.
/// </summary>
internal sealed class OtherStep(KeptDocuments kept) : IRecipeStep
{
    public string Name => IRecipeStep.AnyOther;

    public bool IsOpenToImport => true;

    public async Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken)
    {
        var name = step.TextOf("name") ?? "";
        if (KeptKinds.OrderOf(name) is var (text, wireText))
        {
            report.PassOver(new RecipeMessage("not-carried-out", text, wireText));
        }
        else
        {
            var count = await kept.KeepAsync(step, name, report, cancellationToken);
            report.PassOver(KeptKinds.IsKnown(name)
                ? new RecipeMessage(
                    "kept",
                    $"“{name}”的 {count} 项已原样保留，在本站不起作用，导出时会带上。",
                    $"{count} things of '{name}' were kept; they have no effect here and are exported again.")
                : new RecipeMessage(
                    "unknown-step",
                    $"本站没有“{name}”这种步骤：内容已原样保留，不起作用，导出时会带上。请核对名称是否写错。",
                    $"The step '{name}' is unknown here: it was kept, has no effect and is exported again. Check its name for a mistake."));
        }
    }
}
