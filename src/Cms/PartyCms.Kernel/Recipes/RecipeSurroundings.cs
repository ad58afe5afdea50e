namespace PartyCms.Kernel.Recipes;

/// <summary>What the steps of the present import may reach beside the file itself.</summary>
public sealed class RecipeSurroundings
{
    private static readonly NoRecipeFiles None = new();

    /// <summary>Whether an import is running in this scope.</summary>
    public bool IsImporting { get; private set; }

    /// <summary>The files that came with the recipe.</summary>
    public IRecipeFiles Files { get; private set; } = None;

    internal void Begin(IRecipeFiles files) => (IsImporting, Files) = (true, files);

    internal void End() => (IsImporting, Files) = (false, None);
}
