using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;
using PartyCms.Organization.Tree;

namespace PartyCms.Organization.Pages.Admin.Organization;

/// <summary>Adds a unit, renames it, or hangs it elsewhere. The slug stays: addresses of branches are printed on paper.</summary>
[Authorize(Policy = OrganizationPermissions.ManageTree)]
internal sealed class UnitModel(CmsDbContext db, OrgTree tree, Caller caller, AuditLog audit, PublicCache cache, TimeProvider clock)
    : PageModel
{
    [BindProperty]
    public UnitForm Form { get; set; } = new();

    public bool IsNew { get; private set; }

    public IReadOnlyList<OrgUnit> Parents { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        if (id is { } known)
        {
            var unit = await db.Set<OrgUnit>().AsNoTracking().SingleAsync(row => row.Id == known, cancellationToken);
            Form = UnitForm.Of(unit);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        // A unit at the top of the own part may be renamed there; nobody hangs one outside of the own part.
        var isAllowedPlace = Form.ParentId is { } parent
            ? Parents.Any(unit => unit.Id == parent)
            : caller.ScopeOf(OrganizationPermissions.ManageTree).IsEverywhere;
        var unit = id is { } known ? await db.Set<OrgUnit>().SingleAsync(row => row.Id == known, cancellationToken) : null;
        if (!isAllowedPlace && unit?.ParentId != Form.ParentId)
        {
            ModelState.AddModelError("Form.ParentId", "请选择一个上级组织。");
        }

        if (unit is null && !string.IsNullOrEmpty(Form.Slug)
            && await db.Set<OrgUnit>().AnyAsync(row => row.Slug == Form.Slug, cancellationToken))
        {
            ModelState.AddModelError("Form.Slug", "这个网址名已被使用，请换一个。");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!await SaveAsync(unit, cancellationToken))
        {
            ModelState.AddModelError("Form.ParentId", "不能放到自己或自己的下级下面。");
            return Page();
        }

        cache.Drop(PublicTags.Site);
        cache.Flush();
        TempData.Toast("已保存“" + Form.Name + "”");
        return RedirectToPage("Index");
    }

    private async Task<bool> SaveAsync(OrgUnit? unit, CancellationToken cancellationToken)
    {
        if (unit is null)
        {
            var last = await db.Set<OrgUnit>().MaxAsync(row => (int?)row.Position, cancellationToken) ?? 0;
            var added = Form.NewUnit(Guid.CreateVersion7(clock.GetUtcNow()), last + 1);
            audit.Add("organization.unit-added", added.Id.ToString("N"), added.Name);
            await tree.AddAsync(added, cancellationToken);
            return true;
        }

        if (unit.ParentId != Form.ParentId)
        {
            if (await tree.MoveAsync(unit.Id, Form.ParentId, cancellationToken) != MoveOutcome.Moved)
            {
                return false;
            }

            audit.Add("organization.unit-moved", unit.Id.ToString("N"), unit.Name);
        }

        Form.Apply(unit);
        audit.Add("organization.unit-changed", unit.Id.ToString("N"), unit.Name);
        await tree.SaveAsync(unit, cancellationToken);
        return true;
    }

    private async Task<bool> LoadAsync(Guid? id, CancellationToken cancellationToken)
    {
        IsNew = id is null;
        if (id is { } known && !await caller.CanAsync(OrganizationPermissions.ManageTree, known, cancellationToken))
        {
            return false;
        }

        Parents = await caller.ScopeOf(OrganizationPermissions.ManageTree)
            .Filter(db.Set<OrgUnit>().AsNoTracking(), db, unit => unit.Id)
            .Where(unit => unit.Id != id).OrderBy(unit => unit.Position).ToListAsync(cancellationToken);
        return id is null || await db.Set<OrgUnit>().AnyAsync(unit => unit.Id == id, cancellationToken);
    }
}

/// <summary>What is typed about a unit.</summary>
internal sealed class UnitForm
{
    [Display(Name = "名称")]
    [Required]
    [StringLength(OrgUnitConfiguration.NameLength, MinimumLength = 2)]
    public string Name { get; set; } = "";

    [Display(Name = "网址名")]
    [RegularExpression("^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$", ErrorMessage = "网址名只能用小写字母、数字和中间的短横。")]
    public string Slug { get; set; } = "";

    [Display(Name = "类别")]
    public OrgUnitKind Kind { get; set; } = OrgUnitKind.Branch;

    [Display(Name = "上级组织")]
    public Guid? ParentId { get; set; }

    [Display(Name = "依托单位类别")]
    public HostKind? HostKind { get; set; }

    [Display(Name = "依托单位")]
    [StringLength(OrgUnitConfiguration.NameLength)]
    public string? HostName { get; set; }

    [Display(Name = "网络支部")]
    public bool IsNetworkBranch { get; set; }

    [Display(Name = "简介")]
    [StringLength(OrgUnitConfiguration.IntroLength)]
    public string? Intro { get; set; }

    public static UnitForm Of(OrgUnit unit) => new()
    {
        Name = unit.Name,
        Slug = unit.Slug,
        Kind = unit.Kind,
        ParentId = unit.ParentId,
        HostKind = unit.HostKind,
        HostName = unit.HostName,
        IsNetworkBranch = unit.IsNetworkBranch,
        Intro = unit.Intro,
    };

    public OrgUnit NewUnit(Guid id, int position)
    {
        var unit = new OrgUnit { Id = id, Name = Name, Slug = Slug, ParentId = ParentId, Position = position };
        Apply(unit);
        return unit;
    }

    public void Apply(OrgUnit unit)
    {
        unit.Name = Name.Trim();
        unit.Kind = Kind;
        unit.HostKind = HostKind;
        unit.HostName = string.IsNullOrWhiteSpace(HostName) ? null : HostName.Trim();
        unit.IsNetworkBranch = IsNetworkBranch;
        unit.Intro = Intro?.Trim() ?? "";
    }
}
