using System.ComponentModel;
using System.Text.Json.Serialization;
using PartyCms.Webhooks.Deliveries;

namespace PartyCms.Webhooks.Subscriptions;

/// <summary>A wish to be told of events.</summary>
/// <param name="Url">Address that is called by POST; https, on a public host.</param>
/// <param name="Events">One or more of content.published, content.unpublished.</param>
/// <param name="ContentTypes">Only these content types; absent or empty for all.</param>
/// <param name="Branch">Slug or id of the unit whose events are told, with all below it; absent for the client's whole scope.</param>
/// <param name="Description">What it is for, at most 200 characters.</param>
public sealed record CreateWebhookRequest(
    string? Url, IReadOnlyList<string>? Events, IReadOnlyList<string>? ContentTypes, string? Branch, string? Description);

/// <summary>A subscription.</summary>
internal sealed record WebhookDocument
{
    public required Guid Id { get; init; }

    public required string Url { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<string> Events { get; init; }

    [Description("Empty for all.")]
    public required IReadOnlyList<string> ContentTypes { get; init; }

    [Description("Slug of the unit; null for the whole site.")]
    public required string? Branch { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedUtc { get; init; }

    public required DateTimeOffset? LastDeliveredUtc { get; init; }

    [Description("active, or off: then nothing is queued until it is enabled again.")]
    public required string Status { get; init; }

    [Description("Why it is off: gave-up, receiver-gone or overflow; null while active.")]
    public required string? Reason { get; init; }

    [Description("What deliveries are signed with. Told once, in the answer to its creation.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Secret { get; init; }

    public static WebhookDocument Of(WebhookSubscription webhook, string? branch, string? secret = null) => new()
    {
        Id = webhook.Id,
        Url = webhook.Url,
        Description = webhook.Description,
        Events = webhook.EventList,
        ContentTypes = webhook.ContentTypeList,
        Branch = branch,
        CreatedBy = webhook.CreatedBy,
        CreatedUtc = webhook.CreatedUtc,
        LastDeliveredUtc = webhook.LastDeliveredUtc,
        Status = webhook.DisabledUtc is null ? "active" : "off",
        Reason = webhook.DisabledReason is { } reason ? WireName.Of(reason) : null,
        Secret = secret,
    };
}

/// <summary>All subscriptions within the client's scope.</summary>
/// <param name="Items">Newest first.</param>
internal sealed record WebhookListDocument(IReadOnlyList<WebhookDocument> Items);

/// <summary>What became of one event.</summary>
/// <param name="Id">The Webhook-Id.</param>
/// <param name="Event">Type of the event.</param>
/// <param name="Status">waiting, delivered, failed or dropped.</param>
/// <param name="CreatedUtc">When it was written.</param>
/// <param name="NextAttemptUtc">When it is tried again; null unless waiting.</param>
/// <param name="Attempts">Calls, newest first, at most twenty.</param>
internal sealed record DeliveryDocument(
    string Id, string Event, string Status, DateTimeOffset CreatedUtc, DateTimeOffset? NextAttemptUtc,
    IReadOnlyList<AttemptDocument> Attempts)
{
    public static DeliveryDocument Of(LoggedDelivery logged) => new(
        logged.Delivery.Id,
        logged.Delivery.EventType,
        WireName.Of(logged.Delivery.State),
        logged.Delivery.CreatedUtc,
        logged.Delivery.State == DeliveryState.Waiting ? logged.Delivery.NextAttemptUtc : null,
        [
            .. logged.Attempts.Select(attempt => new AttemptDocument(
                attempt.StartedUtc, attempt.DurationMilliseconds, attempt.Status,
                attempt.Fault == DeliveryFault.None ? null : WireName.Of(attempt.Fault), attempt.Excerpt)),
        ]);
}

/// <summary>One call.</summary>
/// <param name="StartedUtc">When it began.</param>
/// <param name="DurationMilliseconds">How long it took.</param>
/// <param name="Status">Status of the answer, or null.</param>
/// <param name="Fault">refused, timeout, unknown-host, forbidden-address, tls, connection or secret-lost; null when accepted.</param>
/// <param name="Excerpt">The first characters of a refusal.</param>
internal sealed record AttemptDocument(
    DateTimeOffset StartedUtc, int DurationMilliseconds, int? Status, string? Fault, string? Excerpt);

/// <summary>One page of deliveries.</summary>
/// <param name="Items">Newest first.</param>
/// <param name="Next">Pass it as <c>after</c>; null on the last page.</param>
internal sealed record DeliveryListDocument(IReadOnlyList<DeliveryDocument> Items, string? Next);

/// <summary>Names of values on the wire: <c>ForbiddenAddress</c> becomes <c>forbidden-address</c>.</summary>
internal static class WireName
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
