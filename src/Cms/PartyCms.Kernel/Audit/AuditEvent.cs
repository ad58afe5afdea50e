using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Kernel.Audit;

/// <summary>Who did what to which thing, when. Rows are added and never changed.</summary>
public sealed class AuditEvent
{
    /// <summary>Row number, ascending in time.</summary>
    public long Id { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset OccurredUtc { get; init; }

    /// <summary>What, such as <c>content.published</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Id of the thing it was done to.</summary>
    public string? SubjectId { get; init; }

    /// <summary>Id of the account or API client; null for the system itself.</summary>
    public string? ActorId { get; init; }

    /// <summary>Name of the actor at that time.</summary>
    public required string ActorName { get; init; }

    /// <summary>Name of the person on whose earlier order the system acted; else null.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>A short text: a title, a reason. Never a password, a token or a body.</summary>
    public string? Detail { get; init; }
}

internal sealed class AuditEventConfiguration : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> builder)
    {
        builder.ToTable("audit_events");
        builder.Property(entry => entry.Kind).HasMaxLength(64);
        builder.Property(entry => entry.SubjectId).HasMaxLength(64);
        builder.Property(entry => entry.ActorId).HasMaxLength(64);
        builder.Property(entry => entry.ActorName).HasMaxLength(256);
        builder.Property(entry => entry.OnBehalfOf).HasMaxLength(256);
        builder.Property(entry => entry.Detail).HasMaxLength(1000);
        builder.HasIndex(entry => new { entry.SubjectId, entry.Id });
    }
}
