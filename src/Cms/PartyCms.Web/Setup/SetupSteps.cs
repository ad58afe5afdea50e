using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Recipes;
using PartyCms.Kernel.Settings;
using PartyCms.Kernel.Time;

namespace PartyCms.Web.Setup;

/// <summary>First step of every set-up: what the modules need before a recipe can run.</summary>
internal sealed class BeginSetupStep(IEnumerable<ISetupTask> tasks) : IRecipeStep
{
    public const string StepName = "begin-setup";

    public string Name => StepName;

    public async Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken)
    {
        foreach (var task in tasks)
        {
            await task.RunAsync(report, cancellationToken);
        }
    }
}

/// <summary>Last step of every set-up: from now on the database counts as a site.</summary>
internal sealed class CompleteSetupStep(SiteSettings settings, SiteTime time) : IRecipeStep
{
    public const string StepName = "complete-setup";

    public string Name => StepName;

    public Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken) =>
        settings.SetAsync(SiteSettings.SetupCompleted, ContentJson.Format(time.Now)!, cancellationToken);
}
