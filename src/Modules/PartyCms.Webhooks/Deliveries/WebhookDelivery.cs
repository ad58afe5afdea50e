using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyCms.Webhooks.Subscriptions;

namespace PartyCms.Webhooks.Deliveries;

/// <summary>Where a delivery stands.</summary>
internal enum DeliveryState
{
    /// <summary>To be tried, for the first time or again.</summary>
    Waiting,

    /// <summary>The receiver accepted it.</summary>
    Delivered,

    /// <summary>Given up.</summary>
    Failed,

    /// <summary>Not tried any more, because its subscription was switched off.</summary>
    Dropped,
}

/// <summary>One event on its way to one receiver.</summary>
internal sealed class WebhookDelivery
{
    /// <summary>The <c>Webhook-Id</c>: the same at every try, and the same when the event is handled again after a crash.</summary>
    public required string Id { get; init; }

    public required Guid SubscriptionId { get; init; }

    public required string EventType { get; init; }

    /// <summary>The body, byte for byte the same at every try.</summary>
    public required string Payload { get; init; }

    public DateTimeOffset CreatedUtc { get; init; }

    public DeliveryState State { get; set; }

    /// <summary>Not to be tried before this instant, UTC; while it is being tried, the end of the lease.</summary>
    public DateTimeOffset NextAttemptUtc { get; set; }

    /// <summary>Tries since it was written or asked for again.</summary>
    public int Attempts { get; set; }
}

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("webhooks_deliveries");
        builder.Property(delivery => delivery.Id).HasMaxLength(64);
        builder.Property(delivery => delivery.EventType).HasMaxLength(64);
        builder.Property(delivery => delivery.Payload).HasMaxLength(4000);
        builder.HasOne<WebhookSubscription>().WithMany().HasForeignKey(delivery => delivery.SubscriptionId);
        builder.HasIndex(delivery => new { delivery.State, delivery.NextAttemptUtc });
        builder.HasIndex(delivery => new { delivery.SubscriptionId, delivery.CreatedUtc, delivery.Id });
    }
}

/// <summary>One call of a receiver and what came of it.</summary>
internal sealed class WebhookAttempt
{
    public long Id { get; private set; }

    public required string DeliveryId { get; init; }

    public DateTimeOffset StartedUtc { get; init; }

    public int DurationMilliseconds { get; init; }

    /// <summary>Status of the answer; null where there was none.</summary>
    public int? Status { get; init; }

    public DeliveryFault Fault { get; init; }

    /// <summary>The first characters of a textual answer.</summary>
    public string? Excerpt { get; init; }
}

internal sealed class WebhookAttemptConfiguration : IEntityTypeConfiguration<WebhookAttempt>
{
    public const int ExcerptLength = 200;

    public void Configure(EntityTypeBuilder<WebhookAttempt> builder)
    {
        builder.ToTable("webhooks_attempts");
        builder.Property(attempt => attempt.DeliveryId).HasMaxLength(64);
        builder.Property(attempt => attempt.Excerpt).HasMaxLength(ExcerptLength);
        builder.HasOne<WebhookDelivery>().WithMany().HasForeignKey(attempt => attempt.DeliveryId);
    }
}
