using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PartyCms.Kernel;
using PartyCms.Kernel.Recipes;
using PartyCms.Kernel.Settings;
using PartyCms.Kernel.Web;
using PartyCms.Recipes.Keeping;

namespace PartyCms.Recipes.Steps;

/// <summary>
/// Step <c>settings</c>: this site's own settings by their dotted names, and those of Orchard Core that mean something
/// here. Sections that mean nothing are kept and exported again.
/// </summary>
internal sealed class SettingsStep(
    SiteSettings settings, KeptDocuments kept, RecipeSurroundings surroundings, PublicCache cache, IOptions<CmsOptions> options)
    : IRecipeStep
{
    /// <summary>Our own settings that a file may set and an export gives out.</summary>
    public static IReadOnlyList<string> Portable { get; } =
        [SiteSettings.SiteName, SiteSettings.Filing, SiteSettings.PoliceFiling, SiteSettings.BoardScope];

    private const int LongestValue = 60;

    private static readonly FrozenSet<string> Refused =
        new[] { "SuperUser", "SiteSalt" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public string Name => "settings";

    public bool IsOpenToImport => true;

    public async Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken)
    {
        var set = 0;
        var sections = new List<(string, JsonNode)>();
        foreach (var (name, value) in step)
        {
            var place = RecipeJson.Place(name);
            var text = value is JsonValue scalar && scalar.TryGetValue<string>(out var given) ? given : null;
            if (name.Equals("name", StringComparison.OrdinalIgnoreCase) || value is null)
            {
                continue;
            }

            var own = name == "SiteName" ? SiteSettings.SiteName : name;
            if (text is not null && own.Contains('.', StringComparison.Ordinal) && (!surroundings.IsImporting || MayImport(own, text.Trim())))
            {
                set += await SetAsync(own, text.Trim(), cancellationToken);
            }
            else if (name == "TimeZoneId" && text is not null)
            {
                TellTimeZone(text, place, report);
            }
            else if (Refused.Contains(name) || own.Contains('.', StringComparison.Ordinal))
            {
                report.PassOver(
                    new RecipeMessage(
                        "refused-setting",
                        $"设置 {name} 的值不能用，或不能由文件改变，已略过。",
                        $"The setting '{name}' has a value that cannot be used, or is never taken from a file."),
                    place);
            }
            else
            {
                Keep(name, value.DeepClone(), place, sections, report);
            }
        }

        await kept.KeepAsync(KeptDocuments.Settings, sections, cancellationToken);
        if (set > 0)
        {
            cache.Drop(PublicTags.Site);
        }

        report.Apply(
            new RecipeMessage(
                "done", $"{set} 项设置生效，{sections.Count} 项保留。", $"{set} settings took effect, {sections.Count} were kept."),
            ("set", set), ("kept", sections.Count));
    }

    private static void Keep(string name, JsonNode value, string place, List<(string, JsonNode)> sections, RecipeReport report)
    {
        foreach (var secret in Secrets.RemoveFrom(value))
        {
            report.Warn(
                new RecipeMessage("secret-removed", "密钥或密码不会保存，已去掉。", "Secrets are never stored; it was taken out."), place + secret);
        }

        sections.Add((name, value));
        report.PassOver(
            new RecipeMessage(
                "kept",
                $"设置 {name} 已原样保留，在本站不起作用，导出时会带上。",
                $"The setting '{name}' was kept; it has no effect here and is exported again."),
            place);
    }

    // The bounds of the settings page.
    private static bool MayImport(string name, string value) => Portable.Contains(name)
        && (name == SiteSettings.BoardScope ? value is "Off" or "Branch" or "Platform" : value.Length <= LongestValue);

    private async Task<int> SetAsync(string name, string value, CancellationToken cancellationToken)
    {
        if (await settings.GetAsync(name, cancellationToken) == value)
        {
            return 0;
        }

        await settings.SetAsync(name, value, cancellationToken);
        return 1;
    }

    private void TellTimeZone(string zone, string place, RecipeReport report)
    {
        if (zone != options.Value.TimeZone)
        {
            report.Warn(
                new RecipeMessage(
                    "time-zone",
                    $"文件的时区是 {zone}，本站是 {options.Value.TimeZone}。要改请设置 Cms:TimeZone 并重启。",
                    $"The file's time zone is '{zone}', this site's is '{options.Value.TimeZone}'. To change it, set Cms:TimeZone and restart."),
                place);
        }
    }
}
