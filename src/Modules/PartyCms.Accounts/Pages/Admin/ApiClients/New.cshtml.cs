using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Accounts.Administration;
using PartyCms.Accounts.ApiClients;
using PartyCms.Kernel.Security;
using PartyCms.Organization.Contracts;

namespace PartyCms.Accounts.Pages.Admin.ApiClients;

/// <summary>A new client. Its secret stands on the page that answers the click, and never again.</summary>
[Authorize(Policy = ApiClientPermissions.Manage)]
[ResponseCache(NoStore = true)]
internal sealed class NewModel(ManageApiClients manage, GrantableRoles grantable, BranchDirectory branches) : PageModel
{
    /// <summary>Roles that came by recipes, by whether they can be given.</summary>
    public ILookup<bool, ImportedRole> Imported { get; private set; } = null!;

    public IReadOnlyList<BranchInfo> Branches { get; private set; } = [];

    /// <summary>The secret that was just made, with the client it belongs to.</summary>
    public (string ClientId, string Secret)? Fresh { get; private set; }

    [BindProperty]
    [Display(Name = "客户端编号")]
    [Required]
    [StringLength(ApiClientConfiguration.ClientIdLength, MinimumLength = 3)]
    [RegularExpression("^[A-Za-z0-9._-]+$", ErrorMessage = "客户端编号只能用字母、数字和 . _ -。")]
    public string ClientId { get; set; } = "";

    [BindProperty]
    [Display(Name = "名称")]
    [Required]
    [StringLength(ApiClientConfiguration.DisplayNameLength)]
    public string DisplayName { get; set; } = "";

    [BindProperty]
    [Display(Name = "角色")]
    [Required]
    public string Role { get; set; } = Roles.Secretary;

    [BindProperty]
    [Display(Name = "范围")]
    public Guid? OrgUnitId { get; set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!GrantableRoles.Contains(Role, Imported))
        {
            ModelState.AddModelError(nameof(Role), "请选择一个角色。");
        }

        if (OrgUnitId is not null && await branches.FindAsync(OrgUnitId, cancellationToken) is null)
        {
            ModelState.AddModelError(nameof(OrgUnitId), "没有这个组织，请重新选择。");
        }

        if (ModelState.IsValid)
        {
            var secret = ClientSecret.New();
            if (await manage.CreateAsync(ClientId, DisplayName, secret, [Role], OrgUnitId, cancellationToken))
            {
                Fresh = (ClientId, secret);
            }
            else
            {
                ModelState.AddModelError(nameof(ClientId), "这个编号已被使用，请换一个。");
            }
        }

        Response.StatusCode = Fresh is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Branches = await branches.ListAsync(cancellationToken);
        Imported = await grantable.ImportedAsync(cancellationToken);
    }
}
