namespace PartyCms.Kernel.Recipes;

/// <summary>What an entry of a report tells.</summary>
public enum RecipeEntryKind
{
    /// <summary>Done.</summary>
    Applied,

    /// <summary>Left as it was: nothing had to be done, or this one thing could not be done.</summary>
    Skipped,

    /// <summary>Done, but not as the file says it.</summary>
    Warning,

    /// <summary>Means nothing here: passed over or kept without effect.</summary>
    NotUnderstood,

    /// <summary>Stands in the way of the whole file.</summary>
    Error,
}

/// <summary>A sentence of a report: what is so, and what a person can do about it.</summary>
/// <param name="Code">Stable name in kebab case, such as <c>unknown-feature</c>.</param>
/// <param name="Text">The sentence for people, in Chinese.</param>
/// <param name="WireText">The same in English, for programs and operators.</param>
public sealed record RecipeMessage(string Code, string Text, string WireText);

/// <summary>One entry of a report, with its place in the file.</summary>
/// <param name="Kind">What it tells.</param>
/// <param name="Step">Number of the step, from 1; 0 for the file as a whole.</param>
/// <param name="StepName">Name of the step as written; empty for the file as a whole.</param>
/// <param name="Path">JSONPath of the place, such as <c>$.steps[4].data[0].AutoroutePart.Path</c>.</param>
/// <param name="Message">What it says.</param>
/// <param name="Counts">How much was done, by name, such as <c>created</c>; empty where nothing is counted.</param>
public sealed record RecipeEntry(
    RecipeEntryKind Kind, int Step, string StepName, string Path, RecipeMessage Message, IReadOnlyDictionary<string, int> Counts)
{
    /// <summary>Id of the content item that a person should look at; null where it is about none.</summary>
    public string? ContentItemId { get; init; }
}
