using System.Text.Json.Nodes;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Outbox;
using PartyCms.Kernel.Web;

namespace PartyCms.Kernel.Recipes;

/// <summary>Carries out a recipe: all its steps in one transaction, or none.</summary>
public sealed class RecipeRunner(CmsDbContext db, IEnumerable<IRecipeStep> steps, PublicCache cache, ContentDefinitions definitions, OutboxWriter outbox)
{
    /// <summary>Runs the steps in their order. A step that nobody knows is reported and passed over.</summary>
    /// <exception cref="RecipeException">A step failed; the database is as it was before.</exception>
    public async Task<RecipeReport> RunAsync(JsonObject recipe, CancellationToken cancellationToken)
    {
        var report = new RecipeReport();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var number = 0;
        foreach (var step in recipe["steps"] as JsonArray ?? [])
        {
            number++;
            var name = step?["name"]?.GetValue<string>() ?? "";
            var handler = steps.FirstOrDefault(handler => string.Equals(handler.Name, name, StringComparison.OrdinalIgnoreCase));
            if (handler is null)
            {
                report.Warn($"Step {number} '{name}' is not known here and was passed over.");
                continue;
            }

            await handler.RunAsync(step!.AsObject(), report, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }

        await transaction.CommitAsync(cancellationToken);
        definitions.Flush();
        cache.Flush();
        outbox.Wake();
        return report;
    }
}
