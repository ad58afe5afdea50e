using PartyCms.Kernel.Content;
using PartyCms.Kernel.Text;

namespace PartyCms.Disclosure.PrivacyScan;

/// <summary>Scans what readers would see of a document.</summary>
internal static class DisclosureScan
{
    public static IReadOnlyList<PrivacyFinding> Of(ContentItem item, DateOnly today) =>
    [
        .. PrivacyPatterns.Scan("标题", item.DisplayText ?? "", today),
        .. PrivacyPatterns.Scan("摘要", item.Parts.Text(ContentParts.Summary) ?? "", today),
        .. PrivacyPatterns.Scan("正文", HtmlText.ToPlainText(item.Parts.Text(ContentParts.Body) ?? ""), today),
    ];
}
