using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Security;
using PartyCms.Webhooks.Deliveries;
using PartyCms.Webhooks.Network;

namespace PartyCms.Webhooks.Subscriptions;

/// <summary>What somebody wishes to be told of.</summary>
/// <param name="Url">Address of the receiver.</param>
/// <param name="Events">Names of events.</param>
/// <param name="ContentTypes">Names of content types; empty for all.</param>
/// <param name="OrgUnitId">Top of the subtree; null for the whole site.</param>
/// <param name="Description">What it is for.</param>
internal sealed record WebhookWish(
    string? Url, IReadOnlyList<string> Events, IReadOnlyList<string> ContentTypes, Guid? OrgUnitId, string Description);

/// <summary>Makes, finds, switches on and removes subscriptions, each within the scope of whoever asks.</summary>
internal sealed class ManageWebhooks(
    CmsDbContext db, WebhookTarget target, SigningSecrets secrets, ContentDefinitions definitions, Caller caller, AuditLog audit,
    TimeProvider clock)
{
    /// <summary>Subscriptions of a whole site: each event asks every one of them.</summary>
    public const int MostWebhooks = 100;

    /// <summary>How long the secret before a change signs as well: time enough to change it at the receiver on a working day.</summary>
    public static readonly TimeSpan OldSecretLasts = TimeSpan.FromDays(3);

    /// <summary>The subscriptions within a scope, newest first.</summary>
    public async Task<IReadOnlyList<WebhookSubscription>> ListAsync(PermissionScope scope, CancellationToken cancellationToken) =>
        await Within(scope).OrderByDescending(webhook => webhook.CreatedUtc).ToListAsync(cancellationToken);

    /// <summary>One subscription within a scope, or null.</summary>
    public Task<WebhookSubscription?> FindAsync(Guid id, PermissionScope scope, CancellationToken cancellationToken) =>
        Within(scope).SingleOrDefaultAsync(webhook => webhook.Id == id, cancellationToken);

    /// <summary>Subscribes. Whether the unit lies within the caller's scope is asked before.</summary>
    public async Task<CreateOutcome> CreateAsync(WebhookWish wish, CancellationToken cancellationToken)
    {
        var faults = await FaultsOfAsync(wish, cancellationToken);
        if (faults.Count > 0)
        {
            return new CreateOutcome.Invalid(faults);
        }

        if (await db.Set<WebhookSubscription>().CountAsync(cancellationToken) >= MostWebhooks)
        {
            return new CreateOutcome.Full();
        }

        var now = clock.GetUtcNow();
        var secret = SigningSecrets.New();
        var webhook = new WebhookSubscription
        {
            Id = Guid.CreateVersion7(now),
            Url = wish.Url!,
            Description = wish.Description,
            Events = string.Join(' ', wish.Events.Distinct(StringComparer.Ordinal)),
            ContentTypes = string.Join(' ', wish.ContentTypes.Distinct(StringComparer.Ordinal)),
            OrgUnitId = wish.OrgUnitId,
            ProtectedSecret = secrets.Protect(secret),
            CreatedBy = caller.Name,
            CreatedUtc = now,
        };
        db.Add(webhook);
        audit.Add("webhook.created", webhook.Id.ToString(), new Uri(webhook.Url).Host);
        await db.SaveChangesAsync(cancellationToken);
        return new CreateOutcome.Created(webhook, secret);
    }

    /// <summary>Lets a subscription that was switched off tell of what happens from now on.</summary>
    public async Task EnableAsync(WebhookSubscription webhook, CancellationToken cancellationToken)
    {
        await db.Set<WebhookSubscription>().Where(row => row.Id == webhook.Id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.DisabledUtc, (DateTimeOffset?)null)
                .SetProperty(row => row.DisabledReason, (DisabledReason?)null),
            cancellationToken);
        (webhook.DisabledUtc, webhook.DisabledReason) = (null, null);
        audit.Add("webhook.switched-on", webhook.Id.ToString(), new Uri(webhook.Url).Host);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Gives a subscription a new secret; until the old one ends, deliveries are signed with both.</summary>
    /// <returns>The new secret, to be shown once.</returns>
    public async Task<string> RotateSecretAsync(WebhookSubscription webhook, CancellationToken cancellationToken)
    {
        var secret = SigningSecrets.New();
        var row = await db.Set<WebhookSubscription>().SingleAsync(row => row.Id == webhook.Id, cancellationToken);
        row.PreviousProtectedSecret = row.ProtectedSecret;
        row.PreviousSecretUntilUtc = clock.GetUtcNow() + OldSecretLasts;
        row.ProtectedSecret = secrets.Protect(secret);
        audit.Add("webhook.secret-rotated", webhook.Id.ToString(), new Uri(webhook.Url).Host);
        await db.SaveChangesAsync(cancellationToken);
        return secret;
    }

    /// <summary>Removes a subscription, its waiting deliveries and its log.</summary>
    public async Task DeleteAsync(WebhookSubscription webhook, CancellationToken cancellationToken)
    {
        await db.Set<WebhookDelivery>().Where(row => row.SubscriptionId == webhook.Id).ExecuteDeleteAsync(cancellationToken);
        await db.Set<WebhookSubscription>().Where(row => row.Id == webhook.Id).ExecuteDeleteAsync(cancellationToken);
        audit.Add("webhook.deleted", webhook.Id.ToString(), new Uri(webhook.Url).Host);
        await db.SaveChangesAsync(cancellationToken);
    }

    private IQueryable<WebhookSubscription> Within(PermissionScope scope) =>
        scope.Filter(db.Set<WebhookSubscription>().AsNoTracking(), db, webhook => webhook.OrgUnitId);

    private async Task<IReadOnlyList<WebhookFault>> FaultsOfAsync(WebhookWish wish, CancellationToken cancellationToken)
    {
        var faults = new List<WebhookFault>();
        if (await target.FaultOfAsync(wish.Url, cancellationToken) is var (message, wireMessage))
        {
            faults.Add(new WebhookFault("url", message, wireMessage));
        }

        if (wish.Events.Count == 0 || wish.Events.Any(name => !WebhookEvents.All.Contains(name)))
        {
            faults.Add(new WebhookFault(
                "events", "请至少选择一种事件。", $"events names at least one of: {string.Join(", ", WebhookEvents.All)}."));
        }

        if (wish.ContentTypes.FirstOrDefault(name => !definitions.Types.ContainsKey(name)) is { } unknown)
        {
            faults.Add(new WebhookFault(
                "contentTypes", $"没有“{unknown}”这种内容。",
                $"The content type '{unknown}' does not exist. Use some of: {string.Join(", ", definitions.Types.Keys)}."));
        }

        if (wish.Description.Length > WebhookSubscriptionConfiguration.DescriptionLength)
        {
            faults.Add(new WebhookFault(
                "description", $"说明最多 {WebhookSubscriptionConfiguration.DescriptionLength} 个字。",
                $"description has at most {WebhookSubscriptionConfiguration.DescriptionLength} characters."));
        }

        return faults;
    }
}
