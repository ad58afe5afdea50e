using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;
using PartyCms.Webhooks.Deliveries;
using PartyCms.Webhooks.Subscriptions;

namespace PartyCms.Webhooks.Pages.Admin.Webhooks;

/// <summary>One subscription and what became of its deliveries.</summary>
[Authorize(Policy = WebhookPermissions.Manage)]
[ResponseCache(NoStore = true)]
internal sealed class DetailsModel(
    ManageWebhooks manage, DeliveryLog log, Caller caller, BranchDirectory branches, ContentDefinitions definitions, SiteTime time)
    : PageModel
{
    private const int PageSize = 30;

    public WebhookSubscription Webhook { get; private set; } = null!;

    public IReadOnlyList<LoggedDelivery> Deliveries { get; private set; } = [];

    public string? NextHref { get; private set; }

    public string Scope { get; private set; } = "";

    /// <summary>A new secret; set only on the answer to the post that made it.</summary>
    public string? Secret { get; private set; }

    /// <summary>Until when the old secret signs as well; null where there is none.</summary>
    public string? OldSecretUntil =>
        Webhook.PreviousSecretUntilUtc is { } until && until > time.Now ? time.FormatMinute(until) : null;

    public string Host => new Uri(Webhook.Url).Host;

    public string Events => string.Join("、", Webhook.EventList.Select(WebhookEvents.DisplayName));

    public string ContentTypes => Webhook.ContentTypes.Length == 0
        ? "全部"
        : string.Join("、", Webhook.ContentTypeList.Select(name => definitions.FindType(name)?.DisplayName ?? name));

    public string Minute(DateTimeOffset instant) => time.FormatMinute(instant);

    public static string About(WebhookAttempt attempt) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{attempt.Fault.DisplayName()}{(attempt.Status is { } status ? $"（{status}）" : "")}，{attempt.DurationMilliseconds} 毫秒");

    public static string BadgeOf(DeliveryState state) => state switch
    {
        DeliveryState.Delivered => "text-bg-success",
        DeliveryState.Waiting => "text-bg-secondary",
        DeliveryState.Failed or DeliveryState.Dropped => "text-bg-danger",
    };

    public async Task<IActionResult> OnGetAsync(Guid id, string? after, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return await ShowAsync(id, after, cancellationToken);
    }

    public async Task<IActionResult> OnPostRotateAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Secret = await manage.RotateSecretAsync(Webhook, cancellationToken);
        await FindAsync(id, cancellationToken);
        return await ShowAsync(id, null, cancellationToken);
    }

    public async Task<IActionResult> OnPostPingAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var ping = await log.PingAsync(id, cancellationToken);
        if (ping.Delivery.State == DeliveryState.Delivered)
        {
            TempData.Toast("测试推送：" + About(ping.Attempts[0]));
        }
        else
        {
            TempData.ToastFault(ping.Attempts is [var attempt, ..] ? "测试推送没有送达：" + About(attempt) : "测试推送没有发出，请再试一次。");
        }

        return Redirect($"/admin/webhooks/{id}");
    }

    public async Task<IActionResult> OnPostRedeliverAsync(Guid id, string delivery, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        var isQueued = Webhook.DisabledUtc is null && await log.SendAgainAsync(id, delivery, cancellationToken) is not null;
        if (isQueued)
        {
            TempData.Toast("已排队，几秒内再推送一次");
        }
        else
        {
            TempData.ToastFault("不能再推送：记录已清理，或订阅已停用");
        }

        return Redirect($"/admin/webhooks/{id}");
    }

    public async Task<IActionResult> OnPostEnableAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        await manage.EnableAsync(Webhook, cancellationToken);
        TempData.Toast("已启用");
        return Redirect($"/admin/webhooks/{id}");
    }

    public async Task<IActionResult> OnPostDeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(id, cancellationToken))
        {
            return NotFound();
        }

        await manage.DeleteAsync(Webhook, cancellationToken);
        TempData.Toast("订阅已删除");
        return Redirect("/admin/webhooks");
    }

    private async Task<PageResult> ShowAsync(Guid id, string? after, CancellationToken cancellationToken)
    {
        Scope = Webhook.OrgUnitId is null ? "全站" : await branches.NameOfAsync(Webhook.OrgUnitId, cancellationToken);
        var page = await log.ListAsync(id, after, PageSize + 1, cancellationToken);
        Deliveries = [.. page.Take(PageSize)];
        NextHref = page.Count > PageSize ? $"/admin/webhooks/{id}?after={Deliveries[^1].Delivery.Id}" : null;
        return Page();
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await manage.FindAsync(id, caller.ScopeOf(WebhookPermissions.Manage), cancellationToken) is not { } webhook)
        {
            return false;
        }

        Webhook = webhook;
        return true;
    }
}
