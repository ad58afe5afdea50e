using System.Collections.Frozen;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Recipes;

namespace PartyCms.Recipes.Steps;

/// <summary>
/// Step <c>feature</c>: the modules of this site are built in, so nothing is switched; it tells which of the features a
/// recipe counts on are there and which are not.
/// </summary>
internal sealed class FeatureStep : IRecipeStep
{
    /// <summary>Features of Orchard Core whose work this site does.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        "OrchardCore.Admin", "OrchardCore.Alias", "OrchardCore.ArchiveLater", "OrchardCore.AuditTrail", "OrchardCore.Autoroute",
        "OrchardCore.ContentFields", "OrchardCore.ContentPreview", "OrchardCore.ContentTypes", "OrchardCore.Contents",
        "OrchardCore.Deployment", "OrchardCore.Diagnostics", "OrchardCore.Features", "OrchardCore.Feeds", "OrchardCore.HealthChecks",
        "OrchardCore.Html", "OrchardCore.Indexing", "OrchardCore.Lists", "OrchardCore.Markdown", "OrchardCore.Media", "OrchardCore.Menu",
        "OrchardCore.Navigation", "OrchardCore.OpenId", "OrchardCore.OpenId.Management", "OrchardCore.OpenId.Server",
        "OrchardCore.OpenId.Validation", "OrchardCore.PublishLater", "OrchardCore.Queries", "OrchardCore.Recipes", "OrchardCore.Resources",
        "OrchardCore.Roles", "OrchardCore.Search", "OrchardCore.Security", "OrchardCore.Settings", "OrchardCore.Sitemaps",
        "OrchardCore.Taxonomies", "OrchardCore.Themes", "OrchardCore.Title", "OrchardCore.Users",
    ];

    /// <summary>What an Orchard Core must have switched on for the content that this site exports.</summary>
    public static IReadOnlyList<string> ForExport { get; } =
    [
        "OrchardCore.Alias", "OrchardCore.Autoroute", "OrchardCore.ContentFields", "OrchardCore.ContentTypes", "OrchardCore.Contents",
        "OrchardCore.Html", "OrchardCore.Lists", "OrchardCore.Markdown", "OrchardCore.Media", "OrchardCore.Menu",
        "OrchardCore.Taxonomies", "OrchardCore.Title",
    ];

    private static readonly FrozenSet<string> Here = Known.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public string Name => "feature";

    public IReadOnlyList<string> Lists => ["enable", "disable"];

    public bool IsOpenToImport => true;

    public Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken)
    {
        var (here, missing) = (0, 0);
        foreach (var (path, feature) in Names(step, "enable"))
        {
            if (Here.Contains(feature))
            {
                here++;
                continue;
            }

            missing++;
            report.PassOver(
                new RecipeMessage(
                    "unknown-feature",
                    $"本站没有功能 {feature}，依赖它的内容会保留但不起作用。",
                    $"The feature '{feature}' is not part of this site; what depends on it is kept without effect."),
                path);
        }

        foreach (var (path, feature) in Names(step, "disable"))
        {
            report.PassOver(
                new RecipeMessage(
                    "not-carried-out", $"功能 {feature} 不能关闭。", $"The feature '{feature}' cannot be switched off here."),
                path);
        }

        report.Apply(
            new RecipeMessage(
                "done",
                $"要求的功能中，本站具备 {here} 项，没有 {missing} 项。",
                $"{here} of the wanted features are part of this site, {missing} are not."),
            ("known", here), ("unknown", missing));
        return Task.CompletedTask;
    }

    private static IEnumerable<(string Path, string Feature)> Names(JsonObject step, string property) =>
        from entry in step.ListOf(property)
        let feature = entry.Node is JsonValue value && value.TryGetValue<string>(out var text) ? text : ""
        where feature.Length > 0
        select (entry.Path, feature);
}
