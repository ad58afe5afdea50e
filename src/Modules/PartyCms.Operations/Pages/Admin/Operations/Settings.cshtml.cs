using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Settings;
using PartyCms.Kernel.Web;

namespace PartyCms.Operations.Pages.Admin.Operations;

/// <summary>Settings that take effect at once: name, filings, and how far the learning board reaches.</summary>
[Authorize(Policy = KernelPermissions.Operate)]
internal sealed class SettingsModel(SiteSettings settings, CmsDbContext db, AuditLog audit, PublicCache cache) : PageModel
{
    /// <summary>Reaches of the learning board, with their names; a blank site begins with Off (domain 2.7).</summary>
    public static IReadOnlyList<(string Value, string Name)> BoardScopes { get; } =
        [("Off", "关闭"), ("Branch", "只在支部内"), ("Platform", "全平台")];

    [BindProperty]
    [Display(Name = "网站名称")]
    [Required]
    [StringLength(50, MinimumLength = 2)]
    public string SiteName { get; set; } = "";

    [BindProperty]
    [Display(Name = "ICP 备案号")]
    [StringLength(60)]
    public string? Filing { get; set; }

    [BindProperty]
    [Display(Name = "公安备案号")]
    [StringLength(60)]
    public string? PoliceFiling { get; set; }

    [BindProperty]
    [Display(Name = "学习榜范围")]
    [RegularExpression("^(Off|Branch|Platform)$", ErrorMessage = "请选择学习榜的范围。")]
    public string BoardScope { get; set; } = "Off";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        SiteName = await settings.GetAsync(SiteSettings.SiteName, cancellationToken) ?? "";
        Filing = await settings.GetAsync(SiteSettings.Filing, cancellationToken);
        PoliceFiling = await settings.GetAsync(SiteSettings.PoliceFiling, cancellationToken);
        BoardScope = await settings.GetAsync(SiteSettings.BoardScope, cancellationToken) ?? "Off";
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        await ChangeAsync(SiteSettings.SiteName, SiteName, cancellationToken);
        await ChangeAsync(SiteSettings.Filing, Filing, cancellationToken);
        await ChangeAsync(SiteSettings.PoliceFiling, PoliceFiling, cancellationToken);
        await ChangeAsync(SiteSettings.BoardScope, BoardScope, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);

        // A page made between the change and the commit may have remembered the old values.
        settings.Forget();
        cache.Drop(PublicTags.Site);
        cache.Flush();
        TempData.Toast("已保存，网站上立即生效。", "/");
        return RedirectToPage();
    }

    private async Task ChangeAsync(string name, string? value, CancellationToken cancellationToken)
    {
        var wanted = value?.Trim() ?? "";
        if (wanted != (await settings.GetAsync(name, cancellationToken) ?? ""))
        {
            await settings.SetAsync(name, wanted, cancellationToken);
            audit.Add("settings.changed", name, wanted);
        }
    }
}
