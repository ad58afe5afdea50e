using PartyCms.Kernel.Content;

namespace PartyCms.Disclosure.Documents;

internal static class DisclosureRows
{
    /// <summary>The group's name, for the frame beside a title.</summary>
    public static string? Badge(ContentSummary row) =>
        DisclosureLabels.Find<DisclosureGroup>(row.Facet)?.DisplayName();
}
