namespace PartyCms.Kernel.Content.Importing;

/// <summary>What became of one imported version.</summary>
/// <param name="Act">What was done, or null where it was left out or is faulty.</param>
/// <param name="ContentItemVersionId">Id under which it is stored.</param>
/// <param name="IsRepeated">Whether the same version stood in the file before; this one was left out.</param>
/// <param name="Problems">Why it cannot be stored. One faulty item stops the whole import.</param>
/// <param name="Changed">Places whose value is stored otherwise than given: cleaned HTML, a permalink in the site's form.</param>
public sealed record ImportResult(
    ImportAct? Act,
    string? ContentItemVersionId,
    bool IsRepeated,
    IReadOnlyList<ContentProblem> Problems,
    IReadOnlyList<string> Changed)
{
    internal static ImportResult Repeated { get; } = new(null, null, true, [], []);

    internal static ImportResult Faulty(IReadOnlyList<ContentProblem> problems) => new(null, null, false, problems, []);
}
