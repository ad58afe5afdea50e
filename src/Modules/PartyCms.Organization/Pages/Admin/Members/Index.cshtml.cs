using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;
using PartyCms.Organization.Members;
using PartyCms.Organization.Tree;

namespace PartyCms.Organization.Pages.Admin.Members;

/// <summary>The roster of one branch, or the choice of a branch. A branch outside of the caller's part is not there.</summary>
[Authorize(Policy = OrganizationPermissions.ViewMembers)]
[ResponseCache(NoStore = true)]
internal sealed partial class IndexModel(
    Roster roster, BranchDirectory branches, CmsDbContext db, Caller caller, SiteTime time) : PageModel
{
    /// <summary>Slug of the branch.</summary>
    [BindProperty(SupportsGet = true, Name = "branch")]
    public string? BranchSlug { get; set; }

    [BindProperty]
    [Display(Name = "姓名")]
    [Required]
    [StringLength(MemberConfiguration.NameLength, MinimumLength = 2)]
    public string Name { get; set; } = "";

    [BindProperty]
    [Display(Name = "转入日期")]
    public DateOnly? AffiliatedOn { get; set; }

    [BindProperty]
    [Display(Name = "预备党员")]
    public bool IsProbationary { get; set; }

    public BranchInfo? Branch { get; private set; }

    public IReadOnlyList<Member> Members { get; private set; } = [];

    public IReadOnlyList<BranchInfo> Choices { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAddAsync(CancellationToken cancellationToken)
    {
        if (BranchSlug is null || await branches.FindAsync(BranchSlug, cancellationToken) is not { IsBranch: true } branch)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return await LoadAsync(cancellationToken) ? Page() : NotFound();
        }

        return await roster.AddAsync(branch.Id, Name, AffiliatedOn ?? time.Today, IsProbationary, cancellationToken)
            ? Tell("已加入名册")
            : NotFound();
    }

    public async Task<IActionResult> OnPostRenameAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Tell("没有修改：姓名要 2 到 50 个字。");
        }

        return await roster.RenameAsync(id, Name, cancellationToken) ? Tell("已修改姓名") : NotFound();
    }

    public async Task<IActionResult> OnPostMoveAsync(Guid id, Guid to, CancellationToken cancellationToken) =>
        (await branches.FindAsync(to, cancellationToken))?.IsBranch == true && await roster.MoveAsync(id, to, cancellationToken)
            ? Tell("已转到另一个支部")
            : NotFound();

    public async Task<IActionResult> OnPostProofAsync(Guid id, string? code, CancellationToken cancellationToken)
    {
        if (code?.Trim() is { Length: > 0 } given && !ProofCode().IsMatch(given))
        {
            return Tell("没有修改：核对码要 4 到 20 位数字或字母。");
        }

        return await roster.SetProofCodeAsync(id, code, cancellationToken) ? Tell("已修改核对码") : NotFound();
    }

    public static string Affiliated(Member member) => SiteTime.Format(member.AffiliatedOn);

    private RedirectToPageResult Tell(string message)
    {
        TempData.Toast(message);
        return RedirectToPage(new { branch = BranchSlug });
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var ids = await caller.ScopeOf(OrganizationPermissions.ViewMembers)
            .Filter(db.Set<OrgUnit>().AsNoTracking(), db, unit => unit.Id).Select(unit => unit.Id).ToListAsync(cancellationToken);
        var visible = ids.ToHashSet();
        Choices = [.. (await branches.ListAsync(cancellationToken)).Where(unit => unit.IsBranch && visible.Contains(unit.Id))];
        Branch = BranchSlug is null
            ? Choices.Count == 1 ? Choices[0] : null
            : Choices.FirstOrDefault(unit => unit.Slug == BranchSlug);
        if (Branch is null)
        {
            return BranchSlug is null;
        }

        BranchSlug = Branch.Slug;
        Members = await roster.ViewAsync(Branch.Id, Branch.Name, cancellationToken) ?? [];
        return true;
    }

    [GeneratedRegex("^[0-9A-Za-z]{4,20}$")]
    private static partial Regex ProofCode();
}
