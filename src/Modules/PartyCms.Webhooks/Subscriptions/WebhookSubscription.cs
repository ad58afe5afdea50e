using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Webhooks.Subscriptions;

/// <summary>Somebody's wish to be told of events by a call to an address of theirs.</summary>
internal sealed class WebhookSubscription
{
    public required Guid Id { get; init; }

    public required string Url { get; init; }

    /// <summary>What it is for, in its owner's words.</summary>
    public string Description { get; init; } = "";

    /// <summary>Names of <see cref="WebhookEvents" />, separated by spaces.</summary>
    public required string Events { get; init; }

    /// <summary>Names of content types, separated by spaces; empty for all.</summary>
    public string ContentTypes { get; init; } = "";

    /// <summary>Top of the subtree whose events it tells; null for the whole site.</summary>
    public Guid? OrgUnitId { get; init; }

    /// <summary>The signing secret, encrypted with the site's keys.</summary>
    public required string ProtectedSecret { get; set; }

    /// <summary>The secret before the last change, which signs as well for a while; null where there is none.</summary>
    public string? PreviousProtectedSecret { get; set; }

    /// <summary>Until when the previous secret signs as well, UTC.</summary>
    public DateTimeOffset? PreviousSecretUntilUtc { get; set; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset CreatedUtc { get; init; }

    /// <summary>When the last call was accepted, UTC.</summary>
    public DateTimeOffset? LastDeliveredUtc { get; set; }

    /// <summary>Since when it tells nothing, UTC; null while it is at work.</summary>
    public DateTimeOffset? DisabledUtc { get; set; }

    /// <summary>Why it was switched off.</summary>
    public DisabledReason? DisabledReason { get; set; }

    public IReadOnlyList<string> EventList => Events.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<string> ContentTypeList => ContentTypes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether it wants an event, its scope aside.</summary>
    public bool Wants(string eventType, string contentType) =>
        EventList.Contains(eventType) && (ContentTypes.Length == 0 || ContentTypeList.Contains(contentType));
}

/// <summary>Why a subscription was switched off.</summary>
internal enum DisabledReason
{
    /// <summary>A delivery was given up, and nothing was accepted since it was written.</summary>
    GaveUp,

    /// <summary>The receiver answered 410.</summary>
    ReceiverGone,

    /// <summary>Too many deliveries were waiting.</summary>
    Overflow,
}

internal sealed class WebhookSubscriptionConfiguration : IEntityTypeConfiguration<WebhookSubscription>
{
    public const int DescriptionLength = 200;

    public void Configure(EntityTypeBuilder<WebhookSubscription> builder)
    {
        builder.ToTable("webhooks_subscriptions");
        builder.Property(webhook => webhook.Id).ValueGeneratedNever();
        builder.Property(webhook => webhook.Url).HasMaxLength(Network.WebhookTarget.LongestUrl);
        builder.Property(webhook => webhook.Description).HasMaxLength(DescriptionLength);
        builder.Property(webhook => webhook.Events).HasMaxLength(500);
        builder.Property(webhook => webhook.ContentTypes).HasMaxLength(2000);
        builder.Property(webhook => webhook.ProtectedSecret).HasMaxLength(1000);
        builder.Property(webhook => webhook.PreviousProtectedSecret).HasMaxLength(1000);
        builder.Property(webhook => webhook.CreatedBy).HasMaxLength(256);
        builder.Ignore(webhook => webhook.EventList).Ignore(webhook => webhook.ContentTypeList);
        builder.HasIndex(webhook => webhook.OrgUnitId);
    }
}
