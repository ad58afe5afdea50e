using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Accounts.ApiClients;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Organization.Contracts;

namespace PartyCms.Accounts.Pages.Admin.ApiClients;

/// <summary>The programs that may call the API. A secret is shown on the page that answers the click, and never again.</summary>
[Authorize(Policy = ApiClientPermissions.Manage)]
[ResponseCache(NoStore = true)]
internal sealed class IndexModel(
    CmsDbContext db, ManageApiClients manage, BranchDirectory branches, SiteTime time) : PageModel
{
    public IReadOnlyList<Row> Clients { get; private set; } = [];

    public IReadOnlyList<BranchInfo> Branches { get; private set; } = [];

    /// <summary>The secret that was just made, with the client it belongs to.</summary>
    public (string ClientId, string Secret)? Fresh { get; private set; }

    public string? Notice { get; private set; }

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

    public async Task OnPostCreateAsync(CancellationToken cancellationToken)
    {
        if (!Roles.All.Contains(Role))
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
                ModelState.Clear();
                (ClientId, DisplayName) = ("", "");
            }
            else
            {
                ModelState.AddModelError(nameof(ClientId), "这个编号已被使用，请换一个。");
            }
        }

        await LoadAsync(cancellationToken);
    }

    public async Task OnPostRotateAsync(string id, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        var secret = await manage.RotateAsync(id, cancellationToken);
        await LoadAsync(cancellationToken);
        if (secret is not null && Clients.FirstOrDefault(client => client.Id == id) is { } rotated)
        {
            Fresh = (rotated.ClientId, secret);
        }
        else
        {
            Notice = "这个客户端已停用，不能换密钥。";
        }
    }

    public async Task OnPostEndPreviousAsync(string id, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Notice = await manage.EndPreviousSecretAsync(id, cancellationToken) ? "旧密钥已失效。" : "这个客户端已停用。";
        await LoadAsync(cancellationToken);
    }

    public async Task OnPostRevokeAsync(string id, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        Notice = await manage.RevokeAsync(id, cancellationToken) ? "客户端已停用，它的令牌全部失效。" : "这个客户端早已停用。";
        await LoadAsync(cancellationToken);
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Branches = await branches.ListAsync(cancellationToken);
        var now = time.Now;
        var clients = await db.Set<ApiClient>().AsNoTracking().OrderByDescending(client => client.CreatedUtc)
            .Take(200).ToListAsync(cancellationToken);
        var ids = clients.Select(client => client.Id).ToList();
        var roles = (await db.Set<RoleAssignment>().AsNoTracking()
            .Where(assignment => ids.Contains(assignment.SubjectId)).ToListAsync(cancellationToken)).ToLookup(row => row.SubjectId);
        var names = Branches.ToDictionary(branch => branch.Id, branch => branch.Name);
        Clients =
        [
            .. clients.Select(client => new Row(
                client.Id,
                client.ClientId,
                client.DisplayName,
                string.Join("；", roles[client.Id].Select(role =>
                    $"{Roles.DisplayName(role.Role)}（{(role.OrgUnitId is { } unit ? names.GetValueOrDefault(unit, "未知组织") : "全站")}）")),
                time.FormatMinute(client.CreatedUtc),
                client.LastUsedUtc is { } used ? time.FormatMinute(used) : "从未使用",
                client.RevokedUtc is { } revoked ? time.FormatMinute(revoked) : null,
                client.IsPreviousSecretGood(now) ? time.FormatMinute(client.PreviousSecretUntilUtc!.Value) : null)),
        ];
    }

    internal sealed record Row(
        string Id, string ClientId, string DisplayName, string Roles, string CreatedOn, string LastUsedOn, string? RevokedOn, string? PreviousUntil);
}
