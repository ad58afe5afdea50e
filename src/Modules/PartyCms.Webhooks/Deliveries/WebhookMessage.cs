using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PartyCms.Kernel.Content;
using PartyCms.Webhooks.Subscriptions;

namespace PartyCms.Webhooks.Deliveries;

/// <summary>
/// What is told of an event: ids, and nothing a reader could not see. Titles and addresses are left out, for they may
/// name a person and would outlive a withdrawal in the receiver's log; whoever may read fetches the item by its id.
/// </summary>
/// <param name="EventType">One of <see cref="WebhookEvents" />.</param>
/// <param name="Identity">What makes this event differ from every other of its type.</param>
/// <param name="OccurredAt">When it happened, UTC.</param>
/// <param name="Data">Its facts.</param>
internal sealed record WebhookMessage(
    string EventType, string Identity, DateTimeOffset OccurredAt, IReadOnlyDictionary<string, string?> Data)
{
    public static WebhookMessage Of(ContentPublished published, string? branch) => new(
        WebhookEvents.Published,
        published.ContentItemVersionId,
        published.OccurredAt,
        new Dictionary<string, string?>
        {
            ["contentItemId"] = published.ContentItemId,
            ["contentItemVersionId"] = published.ContentItemVersionId,
            ["contentType"] = published.ContentType,
            ["branch"] = branch,
        });

    public static WebhookMessage Of(ContentUnpublished unpublished, string? branch) => new(
        WebhookEvents.Unpublished,
        unpublished.ContentItemId,
        unpublished.OccurredAt,
        new Dictionary<string, string?>
        {
            ["contentItemId"] = unpublished.ContentItemId,
            ["contentType"] = unpublished.ContentType,
            ["branch"] = branch,
        });

    public static WebhookMessage Ping(DateTimeOffset now) =>
        new(WebhookEvents.Ping, ContentIds.New(), now, new Dictionary<string, string?>());

    /// <summary>The delivery to one subscription. Made from the same event it has the same id and the same body.</summary>
    public WebhookDelivery To(Guid subscriptionId, DateTimeOffset now) => new()
    {
        Id = IdFor(subscriptionId),
        SubscriptionId = subscriptionId,
        EventType = EventType,
        Payload = JsonSerializer.Serialize(
            new { type = EventType, timestamp = ContentJson.Format(OccurredAt), data = Data }, ContentJson.Options),
        CreatedUtc = now,
        NextAttemptUtc = now,
    };

    public string IdFor(Guid subscriptionId)
    {
        var identity = string.Create(
            CultureInfo.InvariantCulture, $"{subscriptionId:N} {EventType} {Identity} {OccurredAt.UtcTicks}");
        return "msg_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, 16));
    }
}
