using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;
using PartyCms.WeChat.Client.Capabilities;
using PartyCms.WeChat.Client.Diagnostics;
using PartyCms.WeChat.Console;
using PartyCms.WeChat.Console.Connection;

namespace PartyCms.WeChat.Pages.Admin.WeChat.Connection;

/// <summary>Whether the site and WeChat understand each other, and what to do where they do not.</summary>
[Authorize(Policy = ConsolePermissions.Manage)]
internal sealed class IndexModel(
    ReadConnection read, DomainProofs proofs, IOptions<WeChatOptions> options, PublicOrigin origin, SiteTime time, CmsDbContext db,
    AuditLog audit) : PageModel
{
    [BindProperty]
    public DomainProofForm Proof { get; set; } = new();

    /// <summary>Where the file for the proof of the domain is; null where none was given.</summary>
    public string? ProofAddress { get; private set; }

    public ConnectionState State { get; private set; } = null!;

    public bool IsConfigured => options.Value.HasApi;

    public bool HasCallback => options.Value.HasCallback;

    public string AppId => options.Value.AppId;

    public string Kind => options.Value.Kind == AccountKind.Service ? "服务号" : "公众号（原订阅号）";

    /// <summary>What the last event said, else what the settings say.</summary>
    public bool IsVerified => State.Verification?.IsVerified ?? options.Value.IsVerified;

    public bool IsVerificationDue => State.Verification?.IsDueAt(time.Now) ?? false;

    public string Host => new Uri(origin.Of(Request)).Authority;

    public string CallbackAddress => origin.Of(Request) + "/wechat";

    public string CallbackMode => options.Value.CallbackMode switch
    {
        global::PartyCms.WeChat.CallbackMode.Plain => "明文模式",
        global::PartyCms.WeChat.CallbackMode.Compatible => "兼容模式",
        global::PartyCms.WeChat.CallbackMode.Safe => "安全模式",
    };

    /// <summary>Refused capabilities of the last check that the account should have by its kind.</summary>
    public int Surprises => State.Report?.Probes.Count(IsSurprising) ?? 0;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Proof = DomainProofForm.Of(await proofs.FindAsync(cancellationToken));
    }

    public async Task<IActionResult> OnPostProofAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await LoadAsync(cancellationToken);
            return Page();
        }

        await proofs.ReplaceAsync(Proof.Read(), cancellationToken);
        TempData.Toast(Proof.Read() is null ? "校验文件已删除" : "校验文件已保存，可以回公众平台点确定");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostCheckAsync([FromServices] CheckConnection check, CancellationToken cancellationToken)
    {
        if (!IsConfigured)
        {
            return RedirectToPage();
        }

        var report = await check.RunAsync(cancellationToken);
        TempData.Toast(report.TokenError is null ? "检查完成" : "检查完成：还连接不上微信");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostClearQuotasAsync(
        [FromServices] DiagnosticsClient diagnostics, CancellationToken cancellationToken)
    {
        var cleared = await diagnostics.ClearAllQuotasAsync(cancellationToken);
        audit.Add("wechat.quotas-cleared", AppId, cleared.IsOk ? "已重置" : $"错误码 {cleared.Error.Code}");
        await db.SaveChangesAsync(cancellationToken);
        TempData.Toast(cleared.IsOk ? "调用次数已重置" : $"没有重置：{cleared.Error.Meaning}{cleared.Error.Remedy}");
        return RedirectToPage();
    }

    public string When(DateTimeOffset? instant) => instant is { } known ? time.FormatMinute(known) : "还没有";

    public string Age(DateTimeOffset instant) => (time.Now - instant) switch
    {
        { TotalMinutes: < 1 } => "刚刚",
        { TotalHours: < 1 } age => $"{(int)age.TotalMinutes} 分钟前",
        var age => $"{(int)age.TotalHours} 小时 {age.Minutes} 分钟前",
    };

    /// <summary>Whether WeChat refuses what it grants accounts of this kind.</summary>
    public bool IsSurprising(ReportedProbe probe) => probe.Verdict == ProbeVerdict.Refused
        && CapabilityRules.Grants(options.Value.Kind, options.Value.IsVerified, probe.Capability);

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        State = await read.RunAsync(cancellationToken);
        ProofAddress = await proofs.FindAsync(cancellationToken) is { } proof ? $"{origin.Of(Request)}/{proof.FileName}" : null;
    }
}
