using System.ComponentModel;
using PartyCms.Kernel.Recipes;

namespace PartyCms.Recipes.Importing;

/// <summary>The wire form of a report.</summary>
/// <param name="Name">Name of the recipe.</param>
/// <param name="DisplayName">Its name for people.</param>
/// <param name="IsCheck">Whether nothing was to be stored.</param>
/// <param name="Applied">What was done, or would be.</param>
/// <param name="Skipped">What was left as it was.</param>
/// <param name="Warnings">What was done differently or not understood.</param>
internal sealed record ImportReport(
    string Name,
    string DisplayName,
    [property: Description("Whether this was only a check and nothing was stored.")] bool IsCheck,
    [property: Description("What was done, one entry a step, with counts.")] IReadOnlyList<ImportReportEntry> Applied,
    [property: Description("What was left as it was: items that are here already, files that could not be taken.")]
    IReadOnlyList<ImportReportEntry> Skipped,
    [property: Description("What was done otherwise than the file says, kept without effect, or not understood.")]
    IReadOnlyList<ImportReportEntry> Warnings)
{
    public static ImportReport Of(RecipeOutcome outcome, bool isCheck) => new(
        outcome.Recipe?.Name ?? "",
        outcome.Recipe?.DisplayName ?? "",
        isCheck,
        [.. outcome.Report.Of(RecipeEntryKind.Applied).Select(ImportReportEntry.Of)],
        [.. outcome.Report.Of(RecipeEntryKind.Skipped).Select(ImportReportEntry.Of)],
        [.. outcome.Report.Entries
            .Where(entry => entry.Kind is RecipeEntryKind.Warning or RecipeEntryKind.NotUnderstood).Select(ImportReportEntry.Of)]);
}

/// <summary>One entry of a report.</summary>
/// <param name="Step">Number of the step, from 1; 0 for the file.</param>
/// <param name="Name">Name of the step.</param>
/// <param name="Path">JSONPath of the place in the file.</param>
/// <param name="Code">Stable name of what is told.</param>
/// <param name="Message">The sentence.</param>
/// <param name="Counts">How much was done, by name.</param>
internal sealed record ImportReportEntry(
    int Step, string Name, string Path, string Code, string Message, IReadOnlyDictionary<string, int> Counts)
{
    public static ImportReportEntry Of(RecipeEntry entry) =>
        new(entry.Step, entry.StepName, entry.Path, entry.Message.Code, entry.Message.WireText, entry.Counts);
}
