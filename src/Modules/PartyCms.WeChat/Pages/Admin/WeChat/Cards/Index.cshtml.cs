using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;
using PartyCms.WeChat.Members;
using PartyCms.WeChat.Members.Binding;
using PartyCms.WeChat.Members.Invites;
using PartyCms.WeChat.Members.QrCards;

namespace PartyCms.WeChat.Pages.Admin.WeChat.Cards;

/// <summary>The printable card of a branch, who of its members is bound, and invitations for the others.</summary>
[Authorize(MembersPermissions.Invite)]
[ResponseCache(NoStore = true)]
internal sealed class IndexModel(
    BranchDirectory branches, BranchCards cards, MemberDirectory members, InviteCodes invites, CmsDbContext db, AuditLog audit,
    Caller caller) : PageModel
{
    private const int MostMembers = 500;

    /// <summary>Slug of the branch.</summary>
    [BindProperty(SupportsGet = true, Name = "branch")]
    public string? BranchSlug { get; set; }

    public IReadOnlyList<BranchInfo> Choices { get; private set; } = [];

    public BranchInfo? Branch { get; private set; }

    public CardTarget? Card { get; private set; }

    public QrDrawing? Drawing { get; private set; }

    public IReadOnlyList<MemberInfo> Members { get; private set; } = [];

    public IReadOnlySet<Guid> Bound { get; private set; } = new HashSet<Guid>();

    /// <summary>The member who was invited just now, and the code, which is shown this once.</summary>
    public (Guid MemberId, string Code)? Invited { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostInviteAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await invites.IssueAsync(id, cancellationToken) is not { } code)
        {
            return NotFound();
        }

        Invited = (id, code);
        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        var scope = caller.ScopeOf(MembersPermissions.Invite);
        Choices = [.. (await branches.ListAsync(scope, cancellationToken)).Where(unit => unit.IsBranch)];
        Branch = BranchSlug is null
            ? Choices.Count == 1 ? Choices[0] : null
            : Choices.FirstOrDefault(unit => unit.Slug == BranchSlug);
        if (Branch is null)
        {
            return BranchSlug is null;
        }

        BranchSlug = Branch.Slug;
        Card = await cards.FindAsync(Branch, cancellationToken);
        Drawing = QrDrawing.Of(Card.Address);
        Members = await members.ListAsync(Branch.Id, MostMembers, cancellationToken);
        var ids = Members.Select(member => member.Id).ToList();
        Bound = await db.Set<MemberBinding>().Where(binding => ids.Contains(binding.MemberId))
            .Select(binding => binding.MemberId).ToHashSetAsync(cancellationToken);
        audit.Add("members.viewed", Branch.Id.ToString("N"), Branch.Name);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
