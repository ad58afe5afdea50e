using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;

namespace PartyCms.Disclosure.Documents;

/// <summary>The few facts that stand above a document's text.</summary>
internal static class DisclosureFacts
{
    public static IReadOnlyList<KeyValuePair<string, string>> Of(JsonObject parts)
    {
        var facts = new List<KeyValuePair<string, string>>();
        Add("公开类别", DisclosureLabels.Find<DisclosureGroup>(parts.Text(DisclosureFields.Group))?.DisplayName());
        Add("公开时限", DisclosureLabels.Find<DisclosureRhythm>(parts.Text(DisclosureFields.Rhythm))?.DisplayName());
        Add("文号", parts.Text(DisclosureFields.DocNo));
        Add("公开范围", "面向社会");
        return facts;

        void Add(string label, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                facts.Add(new(label, value));
            }
        }
    }
}
