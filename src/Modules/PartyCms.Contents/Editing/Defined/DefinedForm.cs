namespace PartyCms.Contents.Editing.Defined;

/// <summary>What was typed into the fields that a definition names.</summary>
/// <param name="Plan">Which these are.</param>
/// <param name="Typed">What was typed, by path and suffix.</param>
/// <param name="DisplayText">Name of an item without a title of its own, or null.</param>
internal sealed record DefinedForm(EditorPlan Plan, IReadOnlyDictionary<string, string?> Typed, string? DisplayText = null);
