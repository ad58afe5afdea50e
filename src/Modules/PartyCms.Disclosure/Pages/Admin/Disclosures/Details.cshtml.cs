using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Disclosure.Approval;
using PartyCms.Disclosure.Documents;
using PartyCms.Disclosure.PrivacyScan;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Time;
using PartyCms.Organization.Contracts;

namespace PartyCms.Disclosure.Pages.Admin.Disclosures;

/// <summary>One document on its way: the text, the scan, the chain with its opinions, and the steps the caller may take.</summary>
[Authorize(DisclosurePermissions.TakePart)]
internal sealed class DetailsModel(
    DisclosureDesk desk,
    AdvanceDisclosure advance,
    PublicContent content,
    ContentAccess access,
    BranchDirectory branches,
    SiteTime time) : PageModel
{
    /// <summary>What a review looks at (domain 2.1.5).</summary>
    public static IReadOnlyDictionary<string, string> ReviewChecks { get; } = new Dictionary<string, string>
    {
        ["secrecy"] = "保密：不涉及国家秘密、商业秘密和个人信息",
        ["necessity"] = "必要：属于应当公开的事项",
        ["accuracy"] = "准确：内容属实，数字核对无误",
    };

    public DisclosureFile Document { get; private set; } = null!;

    public IReadOnlyList<PrivacyFinding> Findings { get; private set; } = [];

    public IReadOnlyList<KeyValuePair<string, string>> Facts { get; private set; } = [];

    public IHtmlContent Body { get; private set; } = HtmlString.Empty;

    public string PublicHref { get; private set; } = "";

    public string? Refusal { get; private set; }

    public bool IsDone { get; private set; }

    public bool MayEdit { get; private set; }

    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public string? Opinion { get; set; }

    [BindProperty]
    public ApprovalAct? Act { get; set; }

    [BindProperty]
    public IReadOnlyList<string> Checks { get; set; } = [];

    public static string ButtonOf(ApprovalAct act) => act switch
    {
        ApprovalAct.Propose => "送审",
        ApprovalAct.Review => "审核通过",
        ApprovalAct.Approve => "同意公开",
        ApprovalAct.Return => "退回",
        ApprovalAct.Publish => "发布",
        ApprovalAct.PublishDirectly => "不经审批直接发布",
    };

    public static string StyleOf(ApprovalAct act) => act switch
    {
        ApprovalAct.Return => "btn-outline-danger",
        ApprovalAct.PublishDirectly => "btn-outline-secondary",
        _ => "btn-primary",
    };

    public async Task<IActionResult> OnGetAsync(string id, bool done, CancellationToken cancellationToken)
    {
        IsDone = done;
        return await ShowAsync(id, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        if (Act is not { } act || !Enum.IsDefined(act))
        {
            return BadRequest();
        }

        var outcome = act == ApprovalAct.Review && !ReviewChecks.Keys.All(Checks.Contains)
            ? ApprovalOutcome.Refused("审核三项没有都打勾，不能通过；有不符合的请退回并写明原因。")
            : await advance.RunAsync(id, act, Opinion, Seen, cancellationToken);
        switch (outcome.Verdict)
        {
            case ApprovalVerdict.Done:
                return RedirectToPage(new { id, done = true });
            case ApprovalVerdict.NotFound:
                return NotFound();
            case ApprovalVerdict.Forbidden:
                return StatusCode(StatusCodes.Status403Forbidden);
            default:
                Refusal = outcome.Message;
                return await ShowAsync(id, cancellationToken);
        }
    }

    public string At(DisclosureApproval step) => time.FormatMinute(step.OccurredUtc);

    private async Task<IActionResult> ShowAsync(string id, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(id, cancellationToken) is not { } file)
        {
            return NotFound();
        }

        Document = file;
        Seen = file.TextStamp;
        Findings = DisclosureScan.Of(file.Text, time.Today);
        Facts =
        [
            new("支部", await branches.NameOfAsync(file.Text.OrgUnitId, cancellationToken)),
            .. DisclosureFacts.Of(file.Text.Parts),
        ];
        Body = content.Body(file.Text);
        PublicHref = "/disclosures/" + Uri.EscapeDataString((file.Text.Path ?? "").Split('/')[^1]);
        MayEdit = await access.CanEditAsync(file.Text.ContentType, file.Text.OrgUnitId, cancellationToken);
        return Page();
    }
}
