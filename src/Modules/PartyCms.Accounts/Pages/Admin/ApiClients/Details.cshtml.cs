using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Accounts.ApiClients;
using PartyCms.Kernel.Web;

namespace PartyCms.Accounts.Pages.Admin.ApiClients;

/// <summary>One client: its secret is replaced here, and here it ends.</summary>
[Authorize(Policy = ApiClientPermissions.Manage)]
[ResponseCache(NoStore = true)]
internal sealed class DetailsModel(ManageApiClients manage, ApiClientRows rows) : PageModel
{
    /// <summary>How long the secret before may go on working, in hours.</summary>
    public static IReadOnlyList<(int Hours, string Text)> Graces { get; } =
        [(0, "立即失效"), (1, "1 小时"), (24, "24 小时"), (24 * 7, "7 天")];

    public ApiClientRow Client { get; private set; } = null!;

    /// <summary>The secret that was just made; shown on this answer alone.</summary>
    public (string ClientId, string Secret)? Fresh { get; private set; }

    public string? Refusal { get; private set; }

    public Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public async Task<IActionResult> OnPostRotateAsync(string id, int grace, CancellationToken cancellationToken)
    {
        if (!Graces.Any(choice => choice.Hours == grace))
        {
            Refusal = "请选择旧密钥的有效时间。";
            return await ShowAsync(id, cancellationToken);
        }

        var secret = await manage.RotateAsync(id, TimeSpan.FromHours(grace), cancellationToken);
        var page = await ShowAsync(id, cancellationToken);
        if (secret is null)
        {
            Refusal = "这个客户端已停用，不能换密钥。";
        }
        else
        {
            Fresh = (Client.ClientId, secret);
        }

        return page;
    }

    public async Task<IActionResult> OnPostEndPreviousAsync(string id, CancellationToken cancellationToken)
    {
        TempData.Toast(await manage.EndPreviousSecretAsync(id, cancellationToken) ? "旧密钥已失效" : "这个客户端已停用");
        return Redirect($"/admin/api-clients/{id}");
    }

    public async Task<IActionResult> OnPostRevokeAsync(string id, CancellationToken cancellationToken)
    {
        TempData.Toast(await manage.RevokeAsync(id, cancellationToken) ? "已停用，它的令牌全部失效" : "这个客户端早已停用");
        return Redirect($"/admin/api-clients/{id}");
    }

    private async Task<IActionResult> ShowAsync(string id, CancellationToken cancellationToken)
    {
        if (await rows.FindAsync(id, cancellationToken) is not { } client)
        {
            return NotFound();
        }

        Client = client;
        return Page();
    }
}
