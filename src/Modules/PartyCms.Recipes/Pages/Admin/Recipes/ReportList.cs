using PartyCms.Kernel.Recipes;

namespace PartyCms.Recipes.Pages.Admin.Recipes;

/// <summary>The entries of one kind of a report, as the page shows them.</summary>
/// <param name="Title">What they are.</param>
/// <param name="Color">Color of their number.</param>
/// <param name="Entries">The entries, in the order of the file.</param>
/// <param name="IsOpen">Whether they are shown at once.</param>
/// <param name="MayOpenItems">Whether the items they speak of are stored and can be opened.</param>
internal sealed record ReportList(string Title, string Color, IReadOnlyList<RecipeEntry> Entries, bool IsOpen, bool MayOpenItems)
{
    private const int MostAlike = 3;

    /// <summary>Entries that follow each other: those of a step that say the same of many places are folded into one.</summary>
    public IEnumerable<(IReadOnlyList<RecipeEntry> Entries, bool IsFolded)> Groups => Entries
        .GroupBy(entry => (entry.Step, entry.Message.Code))
        .Select(group => ((IReadOnlyList<RecipeEntry>)[.. group], group.Count() > MostAlike));
}
