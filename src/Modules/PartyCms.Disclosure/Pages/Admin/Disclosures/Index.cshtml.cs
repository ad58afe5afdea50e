using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Disclosure.Approval;
using PartyCms.Kernel.Time;
using PartyCms.Organization.Contracts;

namespace PartyCms.Disclosure.Pages.Admin.Disclosures;

/// <summary>Inbox of the procedure: what waits for the caller, longest first.</summary>
[Authorize(DisclosurePermissions.TakePart)]
internal sealed class IndexModel(DisclosureDesk desk, BranchDirectory branches, SiteTime time) : PageModel
{
    private IReadOnlyList<BranchInfo> _branches = [];

    public IReadOnlyList<InboxRow> Waiting { get; private set; } = [];

    public IReadOnlyList<InboxRow> Drafts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        _branches = await branches.ListAsync(cancellationToken);
        Waiting = await desk.InboxAsync(cancellationToken);
        Drafts = await desk.DraftsAsync(cancellationToken);
    }

    public string BranchName(Guid? id) => _branches.FirstOrDefault(branch => branch.Id == id)?.Name ?? "";

    public string Since(InboxRow row) => time.FormatMinute(row.SinceUtc);
}
