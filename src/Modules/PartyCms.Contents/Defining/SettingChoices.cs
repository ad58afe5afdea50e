using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;

namespace PartyCms.Contents.Defining;

/// <summary>What the settings of a definition may point to.</summary>
internal sealed class SettingChoices(ContentDefinitions definitions, CmsDbContext db)
{
    private const int MostTaxonomies = 200;

    private const string Taxonomy = "Taxonomy";

    /// <summary>The model of the form of some settings.</summary>
    public async Task<AskedSettings> AskAsync(
        IReadOnlyList<DefinitionSetting> asked, JsonObject settings, IReadOnlyDictionary<string, string> typed,
        IReadOnlyList<SettingsForm.Problem> problems, CancellationToken cancellationToken)
    {
        var types = definitions.Types.Values.Select(type => (type.Name, $"{type.DisplayName}（{type.Name}）")).ToList();
        var taxonomies = !asked.Any(setting => setting.Kind == SettingKind.Taxonomy)
            ? []
            : await db.Set<ContentItem>().AsNoTracking().Where(item => item.Latest && item.ContentType == Taxonomy)
                .OrderBy(item => item.DisplayText).Take(MostTaxonomies)
                .Select(item => new { item.ContentItemId, item.DisplayText }).ToListAsync(cancellationToken);
        return new AskedSettings(
            asked, settings, typed, problems, types, [.. taxonomies.Select(item => (item.ContentItemId, item.DisplayText ?? ""))]);
    }
}
