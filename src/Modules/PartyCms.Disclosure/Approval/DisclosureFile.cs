using System.Globalization;
using PartyCms.Kernel.Content;

namespace PartyCms.Disclosure.Approval;

/// <summary>Everything the desk knows of one document: its latest text, how far it has come, and every step so far.</summary>
/// <param name="Text">The latest version.</param>
/// <param name="Case">The present round; null before the first proposal.</param>
/// <param name="State">State of the latest text.</param>
/// <param name="Steps">All steps, oldest first.</param>
/// <param name="Acts">Steps the caller may take now, apart from those that were refused because of the same account.</param>
internal sealed record DisclosureFile(
    ContentItem Text,
    DisclosureCase? Case,
    ApprovalState State,
    IReadOnlyList<DisclosureApproval> Steps,
    IReadOnlyList<ApprovalAct> Acts)
{
    /// <summary>Names the text exactly; a step says which one it was taken for.</summary>
    public string TextStamp => string.Create(CultureInfo.InvariantCulture, $"{Text.ContentItemVersionId}.{Text.Revision}");

    /// <summary>Whether the text was changed since it was proposed, so that earlier opinions no longer count.</summary>
    public bool IsChangedSince => State == ApprovalState.Draft && Case is { State: not (ApprovalState.Draft or ApprovalState.Published) };

    /// <summary>The steps that count for the text as it is.</summary>
    public IEnumerable<DisclosureApproval> PresentSteps =>
        Case is { } present && present.Covers(Text) ? Steps.Where(step => step.Round == present.Round) : [];
}
