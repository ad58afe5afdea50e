using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace PartyCms.Participation.Reports;

/// <summary>Chinese names of the kinds of report, from beside their values.</summary>
internal static class ReportLabels
{
    public static IReadOnlyDictionary<ReportKind, string> Kinds { get; } = Enum.GetValues<ReportKind>().ToDictionary(
        kind => kind, kind => typeof(ReportKind).GetField(kind.ToString())!.GetCustomAttribute<DisplayAttribute>()!.Name!);
}
