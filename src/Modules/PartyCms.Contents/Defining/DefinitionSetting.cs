namespace PartyCms.Contents.Defining;

/// <summary>One setting of a type, part or field that the administration asks for.</summary>
/// <param name="Path">Where it stands among the settings, such as <c>TextFieldSettings.MaxLength</c>.</param>
/// <param name="Label">What people read.</param>
/// <param name="Kind">How it is asked for.</param>
/// <param name="Hint">What to know about it, or null.</param>
internal sealed record DefinitionSetting(string Path, string Label, SettingKind Kind, string? Hint = null)
{
    /// <summary>For a flag: what holds where nothing is stored.</summary>
    public bool IsOnByDefault { get; init; }

    /// <summary>For a choice: values and words, the first where nothing is stored.</summary>
    public IReadOnlyList<(string Value, string Text)> Choices { get; init; } = [];

    /// <summary>Longest text, in characters.</summary>
    public int MaxLength { get; init; } = 255;
}
