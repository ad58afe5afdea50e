using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PartyCms.Kernel;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Recipes;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Settings;

namespace PartyCms.Web.Setup;

/// <summary>Makes an empty database into a site: first administrator, API clients, then the recipe. Once.</summary>
internal sealed class SiteSetup(
    CmsDbContext db,
    RecipeRunner recipes,
    SiteSettings settings,
    Caller caller,
    IOptions<CmsOptions> options,
    IHostEnvironment environment)
{
    /// <summary>Upgrades the schema and sets the site up where it is empty.</summary>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        services.GetService<IStartupValidator>()?.Validate();
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseMigrator>().MigrateAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<DefinitionSnapshot>()
            .LoadAsync(scope.ServiceProvider.GetRequiredService<CmsDbContext>(), cancellationToken);
        await scope.ServiceProvider.GetRequiredService<SiteSetup>().RunAsync(cancellationToken);
    }

    /// <summary>Whether this database, whose schema may be missing, was set up before.</summary>
    public async Task<bool> IsDoneAsync(CancellationToken cancellationToken) =>
        (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any()
        && await settings.GetAsync(SiteSettings.SetupCompleted, cancellationToken) is not null;

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        caller.ActAsSystem();
        if (await settings.GetAsync(SiteSettings.SetupCompleted, cancellationToken) is not null)
        {
            return;
        }

        var name = options.Value.Setup.Recipe is { Length: > 0 } given ? given : environment.IsDevelopment() ? "demo" : "blank";
        var recipe = await ReadAsync(name, cancellationToken);

        // The accounts and the mark that set-up is done are steps of the recipe's own transaction: a crash leaves an
        // empty database, which the next start sets up again.
        var all = recipe["steps"]!.AsArray();
        all.Insert(0, new JsonObject { ["name"] = BeginSetupStep.StepName });
        all.Add(new JsonObject { ["name"] = CompleteSetupStep.StepName });
        var report = await recipes.RunAsync(recipe, cancellationToken);
        foreach (var entry in report.Entries)
        {
            Console.WriteLine(entry.Message.WireText);
        }
    }

    private static async Task<JsonObject> ReadAsync(string name, CancellationToken cancellationToken)
    {
        await using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{name}.recipe.json");
        if (stream is null)
        {
            var known = Assembly.GetExecutingAssembly().GetManifestResourceNames()
                .Where(resource => resource.EndsWith(".recipe.json", StringComparison.Ordinal))
                .Select(resource => resource[..^".recipe.json".Length]);
            throw new SetupException($"Cms:Setup:Recipe '{name}' is not known; use one of: {string.Join(", ", known)}.");
        }

        return (await JsonNode.ParseAsync(stream, cancellationToken: cancellationToken))!.AsObject();
    }
}
