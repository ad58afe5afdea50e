using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Kernel.Outbox;

/// <summary>One event on its way to one subscriber.</summary>
public sealed class OutboxMessage
{
    /// <summary>Row number, ascending in time.</summary>
    public long Id { get; private set; }

    /// <summary>Name of the event's type, without namespace.</summary>
    public required string EventType { get; init; }

    /// <summary>Name of the subscriber's type, without namespace.</summary>
    public required string Subscriber { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>When it was written, UTC.</summary>
    public DateTimeOffset CreatedUtc { get; init; }

    /// <summary>Not to be tried before this instant, UTC; grows with each failure and covers the lease of a try.</summary>
    public DateTimeOffset NotBeforeUtc { get; set; }

    /// <summary>Tries so far.</summary>
    public int Attempts { get; set; }

    /// <summary>Message of the last failure.</summary>
    public string? LastError { get; set; }

    /// <summary>When it was handled, UTC; null while it waits.</summary>
    public DateTimeOffset? DoneUtc { get; set; }
}

internal sealed class OutboxMessageConfiguration : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_messages");
        builder.Property(message => message.EventType).HasMaxLength(128);
        builder.Property(message => message.Subscriber).HasMaxLength(128);
        builder.Property(message => message.LastError).HasMaxLength(2000);
        builder.HasIndex(message => new { message.DoneUtc, message.NotBeforeUtc });
    }
}
