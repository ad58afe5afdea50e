using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;
using PartyCms.WeChat.Console;
using PartyCms.WeChat.Console.AccountDays;
using PartyCms.WeChat.Console.BranchTags;
using PartyCms.WeChat.Console.Figures;

namespace PartyCms.WeChat.Pages.Admin.WeChat.Followers;

/// <summary>How many follow the account, through which branch, and what they do there. It shows nobody.</summary>
[Authorize(Policy = ConsolePermissions.SeeFigures)]
internal sealed class IndexModel(
    ReadFigures figures, ReadAccountDays accountDays, IOptions<WeChatOptions> options, Caller caller) : PageModel
{
    public AccountFigures Figures { get; private set; } = null!;

    /// <summary>What WeChat counted; null where there is no account, or the caller may know of their branches only.</summary>
    public AccountDaysShown? AccountDays { get; private set; }

    public bool MaySync => options.Value.HasApi && caller.ScopeOf(ConsolePermissions.Manage).IsEverywhere;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Figures = await figures.RunAsync(cancellationToken);
        AccountDays = options.Value.HasApi && Figures.IsWhole ? await accountDays.RunAsync(cancellationToken) : null;
    }

    public async Task<IActionResult> OnPostSyncAsync([FromServices] SyncBranchTags sync, CancellationToken cancellationToken)
    {
        if (!MaySync)
        {
            return Forbid();
        }

        var synced = await sync.RunAsync(cancellationToken);
        TempData.Toast(synced.IsOk
            ? $"标签已同步：新建 {synced.Value.Created} 个，加上 {synced.Value.Tagged} 人，移除 {synced.Value.Untagged} 人"
            : synced.Error.Meaning + synced.Error.Remedy);
        return RedirectToPage();
    }
}
