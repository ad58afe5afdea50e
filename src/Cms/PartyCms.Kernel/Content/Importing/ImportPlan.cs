namespace PartyCms.Kernel.Content.Importing;

/// <summary>What shall be done with one imported version.</summary>
/// <param name="Version">The version as imported.</param>
/// <param name="Decision">What it does to its item.</param>
/// <param name="Item">Its row, new or stored; null where it is faulty.</param>
/// <param name="Others">The other versions of the item.</param>
/// <param name="Problems">Why it cannot be stored.</param>
/// <param name="Changed">Places whose value is stored otherwise than given.</param>
internal sealed record ImportPlan(
    ImportedVersion Version,
    ImportDecision Decision,
    ContentItem? Item,
    IReadOnlyList<ImportRow> Others,
    IReadOnlyList<ContentProblem> Problems,
    IReadOnlyList<string> Changed);
