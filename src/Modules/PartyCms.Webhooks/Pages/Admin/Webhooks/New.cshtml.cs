using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Security;
using PartyCms.Organization.Contracts;
using PartyCms.Webhooks.Subscriptions;

namespace PartyCms.Webhooks.Pages.Admin.Webhooks;

/// <summary>Subscribes. The secret stands on the page that answers, and nowhere else.</summary>
[Authorize(Policy = WebhookPermissions.Manage)]
[ResponseCache(NoStore = true)]
internal sealed class NewModel(
    ManageWebhooks manage, Caller caller, BranchDirectory branches, ContentDefinitions definitions) : PageModel
{
    [BindProperty]
    [Display(Name = "接收地址")]
    public string? Address { get; set; }

    [BindProperty]
    [Display(Name = "说明")]
    public string? Description { get; set; }

    [BindProperty]
    public IReadOnlyList<string> Events { get; set; } = [];

    [BindProperty]
    public IReadOnlyList<string> ContentTypes { get; set; } = [];

    [BindProperty]
    [Display(Name = "范围")]
    public Guid? OrgUnitId { get; set; }

    public bool IsWholeSite { get; private set; }

    public IReadOnlyList<BranchInfo> Units { get; private set; } = [];

    public IReadOnlyList<(string Name, string Text)> ContentTypeChoices =>
        [.. definitions.Types.Values.Where(type => type.HasAddress).Select(type => (type.Name, type.DisplayName))];

    public (WebhookSubscription Webhook, string Secret)? Created { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Events = WebhookEvents.All;
        await LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await caller.CanAsync(WebhookPermissions.Manage, OrgUnitId, cancellationToken))
        {
            return Forbid();
        }

        if (OrgUnitId is not null && await branches.FindAsync(OrgUnitId, cancellationToken) is null)
        {
            ModelState.AddModelError(nameof(OrgUnitId), "没有这个组织，请重新选择。");
        }

        if (ModelState.IsValid)
        {
            var wish = new WebhookWish(Address?.Trim(), Events, ContentTypes, OrgUnitId, Description?.Trim() ?? "");
            switch (await manage.CreateAsync(wish, cancellationToken))
            {
                case CreateOutcome.Created(var webhook, var secret):
                    Created = (webhook, secret);
                    break;
                case CreateOutcome.Invalid(var faults):
                    foreach (var fault in faults)
                    {
                        ModelState.AddModelError(FieldOf(fault), fault.Message);
                    }

                    break;
                default:
                    ModelState.AddModelError("", "订阅太多了。请先删除不用的，再新建。");
                    break;
            }
        }

        Response.StatusCode = Created is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        await LoadAsync(cancellationToken);
        return Page();
    }

    private static string FieldOf(WebhookFault fault) => fault.Field switch
    {
        "url" => nameof(Address),
        "events" => nameof(Events),
        "contentTypes" => nameof(ContentTypes),
        _ => nameof(Description),
    };

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        var scope = caller.ScopeOf(WebhookPermissions.Manage);
        IsWholeSite = scope.IsEverywhere;
        Units = await branches.ListAsync(scope, cancellationToken);
    }
}
