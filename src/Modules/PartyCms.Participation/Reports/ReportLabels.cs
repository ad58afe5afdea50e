using PartyCms.Kernel.Text;

namespace PartyCms.Participation.Reports;

/// <summary>Chinese names of the kinds of report, from beside their values.</summary>
internal static class ReportLabels
{
    public static IReadOnlyDictionary<ReportKind, string> Kinds { get; } = Enum.GetValues<ReportKind>().ToDictionary(
        kind => kind, kind => kind.DisplayName());
}
