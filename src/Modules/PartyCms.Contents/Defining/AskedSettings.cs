using System.Text.Json.Nodes;

namespace PartyCms.Contents.Defining;

/// <summary>Model of the partial view <c>_Settings</c>.</summary>
/// <param name="Asked">What is asked for, in order.</param>
/// <param name="Settings">What is stored.</param>
/// <param name="Typed">What was typed and not stored, by path.</param>
/// <param name="Problems">What is wrong with it.</param>
/// <param name="Types">Content types to choose from, name and words.</param>
/// <param name="Taxonomies">Taxonomies to choose from, id and title.</param>
internal sealed record AskedSettings(
    IReadOnlyList<DefinitionSetting> Asked,
    JsonObject Settings,
    IReadOnlyDictionary<string, string> Typed,
    IReadOnlyList<SettingsForm.Problem> Problems,
    IReadOnlyList<(string Name, string Text)> Types,
    IReadOnlyList<(string Id, string Title)> Taxonomies)
{
    public string Value(DefinitionSetting setting) => Typed.GetValueOrDefault(setting.Path) ?? SettingsForm.Stored(Settings, setting);

    public string? Problem(string path) => Problems.FirstOrDefault(problem => problem.Path == path)?.Message;

    public IReadOnlyList<string> Kept => SettingsForm.Kept(Settings, Asked);
}
