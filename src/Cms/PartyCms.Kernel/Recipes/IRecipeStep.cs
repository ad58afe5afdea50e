using System.Text.Json.Nodes;

namespace PartyCms.Kernel.Recipes;

/// <summary>Carries out one kind of step of a recipe file.</summary>
public interface IRecipeStep
{
    /// <summary>The <see cref="Name" /> of the one step that takes every step nobody else knows.</summary>
    const string AnyOther = "*";

    /// <summary>Value of the step's <c>name</c>; compared without case.</summary>
    string Name { get; }

    /// <summary>
    /// Whether a file from outside may hold it. Steps that only set-up may run, such as demo accounts, say no, which is
    /// also what a step says that says nothing.
    /// </summary>
    bool IsOpenToImport => false;

    /// <summary>
    /// Whether it is part of the one transaction. A step that is not (files) runs after the commit and can only fail
    /// for itself: it tells so in the report and throws nothing.
    /// </summary>
    bool IsTransactional => true;

    /// <summary>
    /// Properties that hold lists. What stands there and is no list would be passed over without a word, so the report tells
    /// of it.
    /// </summary>
    IReadOnlyList<string> Lists => [];

    /// <summary>Looks at the step before anything runs; errors refuse the whole file. Changes nothing.</summary>
    void Check(JsonObject step, RecipeReport report)
    {
    }

    /// <summary>
    /// Of a step outside the transaction: finds out before it, in checks too, what the step will come to, and tells so in
    /// the report; what other steps need of it goes into <see cref="RecipeSurroundings" />. Changes nothing.
    /// </summary>
    Task PrepareAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Does what the step says, inside the recipe's transaction.</summary>
    /// <exception cref="RecipeException">The step cannot be carried out; nothing of the recipe is kept.</exception>
    Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken);
}
