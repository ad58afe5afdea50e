using System.Text.Json.Nodes;

namespace PartyCms.Kernel.Recipes;

/// <summary>Carries out one kind of step of a recipe file.</summary>
public interface IRecipeStep
{
    /// <summary>Value of the step's <c>name</c>; compared without case.</summary>
    string Name { get; }

    /// <summary>Does what the step says, inside the recipe's transaction.</summary>
    /// <exception cref="RecipeException">The step cannot be carried out; nothing of the recipe is kept.</exception>
    Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken);
}
