using System.Text.Json;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Recipes;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Settings;
using PartyCms.Recipes.Keeping;
using PartyCms.Recipes.Steps;

namespace PartyCms.Recipes.Exporting;

/// <summary>Settings, roles from recipes, and what was kept for other sites; only with an export of everything.</summary>
internal sealed class SiteExport(SiteSettings settings, StoredRoles roles, KeptDocuments kept) : IRecipeExport
{
    public int Position => 30;

    public async Task WriteAsync(Utf8JsonWriter steps, ExportScope scope, CancellationToken cancellationToken)
    {
        if (!scope.IsWholeSite)
        {
            return;
        }

        (await SettingsAsync(cancellationToken)).WriteTo(steps, ContentJson.Options);
        var stored = await roles.ListAsync(cancellationToken);
        if (stored.Count > 0)
        {
            new JsonObject
            {
                ["name"] = "Roles",
                ["Roles"] = new JsonArray([.. stored.OrderBy(role => role.Name, StringComparer.Ordinal).Select(role => new JsonObject
                {
                    ["Name"] = role.Name,
                    ["Description"] = role.Description,
                    ["Permissions"] = new JsonArray([.. role.Permissions.Select(permission => (JsonNode)permission)]),
                })]),
            }.WriteTo(steps, ContentJson.Options);
        }

        foreach (var step in await kept.ToStepsAsync(cancellationToken))
        {
            step.WriteTo(steps, ContentJson.Options);
        }
    }

    private async Task<JsonObject> SettingsAsync(CancellationToken cancellationToken)
    {
        var step = new JsonObject { ["name"] = "settings" };
        foreach (var name in SettingsStep.Portable)
        {
            if (await settings.GetAsync(name, cancellationToken) is { } value)
            {
                step[name == SiteSettings.SiteName ? "SiteName" : name] = value;
            }
        }

        foreach (var (name, value) in await kept.SettingsAsync(cancellationToken))
        {
            step[name] = value;
        }

        return step;
    }
}
