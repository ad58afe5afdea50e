using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Disclosure.Approval;
using PartyCms.Disclosure.Documents;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Time;
using PartyCms.Organization.Contracts;

namespace PartyCms.Disclosure.Pages.Admin.Disclosures;

/// <summary>The approval form (审批表) of one document, to be printed and filed (domain 2.1.10).</summary>
[Authorize(DisclosurePermissions.TakePart)]
internal sealed class FormModel(DisclosureDesk desk, BranchDirectory branches, SiteTime time) : PageModel
{
    private const int SummaryLength = 200;

    /// <summary>The boxes of the form.</summary>
    public static IReadOnlyList<ApprovalAct> Stages { get; } =
        [ApprovalAct.Propose, ApprovalAct.Review, ApprovalAct.Approve, ApprovalAct.Publish];

    public DisclosureFile Document { get; private set; } = null!;

    public string BranchName { get; private set; } = "";

    public string Summary { get; private set; } = "";

    public bool IsStated { get; private set; }

    public IReadOnlyList<KeyValuePair<string, string>> Facts { get; private set; } = [];

    /// <summary>What a step without words means.</summary>
    public static string Consent(ApprovalAct act) => act switch
    {
        ApprovalAct.Propose => "拟予公开，请审核。",
        ApprovalAct.Review => "保密、必要、准确三项符合要求。",
        ApprovalAct.Approve => "同意公开。",
        _ => "已公开。",
    };

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } file)
        {
            return NotFound();
        }

        var parts = file.Text.Parts;
        Document = file;
        BranchName = await branches.NameOfAsync(file.Text.OrgUnitId, cancellationToken);
        Summary = HtmlText.Summarize(
            parts.Text(ContentParts.Summary) is { Length: > 0 } given ? given : parts.Text(ContentParts.Body) ?? "", SummaryLength);
        IsStated = parts.Flag(DisclosureFields.Statement);
        Facts = DisclosureFacts.Of(parts);
        return Page();
    }

    /// <summary>The step that fills a box; a direct publication fills the last.</summary>
    public DisclosureApproval? StepOf(ApprovalAct act) => Document.PresentSteps.LastOrDefault(
        step => step.Act == act || (act == ApprovalAct.Publish && step.Act == ApprovalAct.PublishDirectly));

    public string At(DisclosureApproval step) => time.FormatMinute(step.OccurredUtc);
}
