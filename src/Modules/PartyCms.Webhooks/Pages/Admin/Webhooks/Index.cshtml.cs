using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Organization.Contracts;
using PartyCms.Webhooks.Subscriptions;

namespace PartyCms.Webhooks.Pages.Admin.Webhooks;

/// <summary>The subscriptions within the administrator's scope.</summary>
[Authorize(Policy = WebhookPermissions.Manage)]
internal sealed class IndexModel(ManageWebhooks manage, Caller caller, BranchDirectory branches, SiteTime time) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        foreach (var webhook in await manage.ListAsync(caller.ScopeOf(WebhookPermissions.Manage), cancellationToken))
        {
            rows.Add(new Row(
                webhook,
                webhook.Description.Length > 0 ? webhook.Description : new Uri(webhook.Url).Host,
                string.Join("、", webhook.EventList.Select(WebhookEvents.DisplayName)),
                webhook.OrgUnitId is null ? "全站" : await branches.NameOfAsync(webhook.OrgUnitId, cancellationToken),
                webhook.LastDeliveredUtc is { } at ? time.FormatMinute(at) : "还没有"));
        }

        Rows = rows;
    }

    internal sealed record Row(WebhookSubscription Webhook, string Name, string Events, string Scope, string LastDelivered);
}
