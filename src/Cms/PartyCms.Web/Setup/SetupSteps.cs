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

/// <summary>Step <c>settings</c>: sets site settings by name, as in <c>{"name":"settings","site.name":"…"}</c>.</summary>
internal sealed class SettingsStep(SiteSettings settings) : IRecipeStep
{
    public string Name => "settings";

    public async Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken)
    {
        foreach (var (name, value) in step)
        {
            if (name != "name" && value is JsonValue text && text.TryGetValue<string>(out var setting))
            {
                await settings.SetAsync(name, setting, cancellationToken);
            }
        }
    }
}
