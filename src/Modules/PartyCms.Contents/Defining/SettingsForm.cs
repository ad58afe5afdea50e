using System.Globalization;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Fields;

namespace PartyCms.Contents.Defining;

/// <summary>Shows settings in a form and reads them back. Settings that are not asked for stay as they are.</summary>
internal static class SettingsForm
{
    /// <summary>What is wrong with one setting.</summary>
    /// <param name="Path">The setting.</param>
    /// <param name="Message">What to mend.</param>
    internal sealed record Problem(string Path, string Message);

    /// <summary>Name of a setting's input.</summary>
    public static string Name(string path) => $"S[{path}]";

    /// <summary>What a form holds.</summary>
    public static Dictionary<string, string> Typed(IFormCollection form, IReadOnlyList<DefinitionSetting> asked)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var setting in asked)
        {
            if (form.TryGetValue(Name(setting.Path), out var values))
            {
                typed[setting.Path] = setting.Kind == SettingKind.Types
                    ? string.Join('\n', values.Where(value => value is { Length: > 0 }))
                    : values.Contains("true") ? "true" : values[^1] ?? "";
            }
        }

        return typed;
    }

    /// <summary>What the input of a setting shows where nothing was typed.</summary>
    public static string Stored(JsonObject settings, DefinitionSetting setting)
    {
        var node = settings.Find(setting.Path);
        return setting.Kind switch
        {
            SettingKind.Flag => (node is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : setting.IsOnByDefault) ? "true" : "false",
            SettingKind.Lines or SettingKind.Types => string.Join('\n', (node as JsonArray ?? []).Select(one => one?.ToString() ?? "")),
            SettingKind.Options => string.Join('\n', (node as JsonArray ?? []).OfType<JsonObject>().Select(Line)),
            _ => node is JsonValue plain ? plain.ToString() : "",
        };
    }

    /// <summary>The settings that result; the old ones are not changed.</summary>
    public static JsonObject Apply(
        JsonObject settings, IReadOnlyList<DefinitionSetting> asked, IReadOnlyDictionary<string, string> typed, ICollection<Problem> problems)
    {
        var changed = settings.DeepClone().AsObject();
        foreach (var setting in asked)
        {
            // What stays as it was is not written anew: a default that nobody stored stays unsaid.
            if (!typed.TryGetValue(setting.Path, out var text)
                || text.ReplaceLineEndings("\n").Trim() == Stored(settings, setting).ReplaceLineEndings("\n").Trim())
            {
                continue;
            }

            text = text.Trim();
            if (text.Length > setting.MaxLength)
            {
                problems.Add(new Problem(setting.Path, $"“{setting.Label}”最多 {setting.MaxLength} 个字。"));
            }
            else if (!TryRead(setting, text, out var node))
            {
                problems.Add(new Problem(setting.Path, $"“{setting.Label}”请填写数字。"));
            }
            else if (node is not null || changed.Find(setting.Path) is not null)
            {
                changed.Set(setting.Path, node);
            }
        }

        return changed;
    }

    /// <summary>Names of settings that are stored and not asked for: kept as they came.</summary>
    public static IReadOnlyList<string> Kept(JsonObject settings, IReadOnlyList<DefinitionSetting> asked)
    {
        var known = asked.Select(setting => setting.Path).Append(FieldSettings.Position).Append("ContentTypePartSettings.Position").ToHashSet(StringComparer.Ordinal);
        return [.. settings.SelectMany(group => group.Value is JsonObject inner
            ? inner.Where(entry => entry.Value is not null).Select(entry => $"{group.Key}.{entry.Key}")
            : [group.Key]).Where(path => !known.Contains(path))];
    }

    private static bool TryRead(DefinitionSetting setting, string text, out JsonNode? node)
    {
        node = null;
        switch (setting.Kind)
        {
            case SettingKind.Flag:
                node = text == "true";
                return true;
            case SettingKind.Number:
                if (text.Length > 0)
                {
                    if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                    {
                        return false;
                    }

                    node = JsonValue.Create(number);
                }

                return true;
            case SettingKind.Lines or SettingKind.Types:
                node = new JsonArray([.. Lines(text).Select(line => (JsonNode)line)]);
                return true;
            case SettingKind.Options:
                node = FieldOption.Write(Lines(text).Select(Option), withDefault: setting.Path != FieldSettings.ListOptions);
                return true;
            case SettingKind.Choice:
                node = setting.Choices.Any(choice => choice.Value == text) && text.Length > 0 ? text : null;
                return true;
            default:
                node = text.Length > 0 ? text : null;
                return true;
        }
    }

    private static IEnumerable<string> Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal);

    private static FieldOption Option(string line) =>
        line.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, { Length: > 0 } value] ? new FieldOption(name, value) : new FieldOption(line, line);

    private static string Line(JsonObject option)
    {
        var name = (option["name"] ?? option["Name"])?.ToString() ?? "";
        var value = (option["value"] ?? option["Value"])?.ToString() ?? name;
        return name == value ? name : $"{name}={value}";
    }
}
