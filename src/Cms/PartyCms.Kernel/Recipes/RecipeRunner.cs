using System.Text.Json.Nodes;
using PartyCms.Kernel.Data;

namespace PartyCms.Kernel.Recipes;

/// <summary>Carries out a recipe of the product itself, at set-up: all its steps in one transaction, or none.</summary>
public sealed class RecipeRunner(CmsDbContext db, IEnumerable<IRecipeStep> steps, RecipeCommit commit)
{
    /// <summary>Runs the steps in their order.</summary>
    /// <exception cref="RecipeException">A step failed or is not known; the database is as it was before.</exception>
    public async Task<RecipeReport> RunAsync(JsonObject recipe, CancellationToken cancellationToken)
    {
        var report = new RecipeReport();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var number = 0;
        foreach (var step in recipe["steps"] as JsonArray ?? [])
        {
            number++;
            var name = step?["name"]?.GetValue<string>() ?? "";
            var handler = steps.FirstOrDefault(handler => string.Equals(handler.Name, name, StringComparison.OrdinalIgnoreCase))
                ?? throw new RecipeException(FormattableString.Invariant($"Step {number} '{name}' is not known."));
            report.Begin(number, name);
            await handler.RunAsync(step!.AsObject(), report, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancellationToken);
        commit.Announce();
        return report;
    }
}
