using PartyCms.Kernel.Recipes;

namespace PartyCms.Kernel.Modularity;

/// <summary>What a module must do once, on an empty database, before the set-up recipe runs.</summary>
public interface ISetupTask
{
    /// <summary>Does it, inside the set-up's transaction; lines for the operator (such as a first password) go to the report.</summary>
    Task RunAsync(RecipeReport report, CancellationToken cancellationToken);
}
