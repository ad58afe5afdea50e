using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Corrections;

namespace PartyCms.Contents.Editing;

/// <summary>The beginning of a correction notice: title, branch and the link to what it corrects.</summary>
internal static class CorrectionDraft
{
    public static JsonObject For(ContentItem corrected)
    {
        var parts = new JsonObject();
        var title = corrected.DisplayText ?? "";
        parts.Set(ContentParts.Title, $"关于《{(title.Length > 200 ? title[..200] : title)}》的更正说明");
        parts.Set(ContentParts.Branch, corrected.OrgUnitId?.ToString());
        parts.Set(ContentCorrection.Path, corrected.ContentItemId);
        return parts;
    }
}
