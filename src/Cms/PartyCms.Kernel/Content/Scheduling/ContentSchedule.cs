using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Kernel.Content.Scheduling;

/// <summary>What is to happen to an item by itself.</summary>
public enum ScheduledAct
{
    /// <summary>Its draft is shown to readers.</summary>
    Publish,

    /// <summary>It is taken down.</summary>
    Archive,
}

/// <summary>
/// One act that waits for its time: the index over <c>PublishLaterPart</c> and <c>ArchiveLaterPart</c>, kept in the
/// transaction that changes them.
/// </summary>
public sealed class ContentSchedule
{
    /// <summary>Id of the item.</summary>
    public required string ContentItemId { get; init; }

    /// <summary>What is to happen.</summary>
    public required ScheduledAct Act { get; init; }

    /// <summary>Name of its content type.</summary>
    public required string ContentType { get; init; }

    /// <summary>The organisation unit it belongs to; null for the platform.</summary>
    public Guid? OrgUnitId { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset DueUtc { get; set; }

    /// <summary>User name of who set the time; that person had the permission to publish.</summary>
    public required string SetBy { get; set; }

    /// <summary>When it was set, UTC.</summary>
    public DateTimeOffset SetUtc { get; set; }

    /// <summary>Not to be tried before this instant, UTC: the time itself, or later after a failure or during a try.</summary>
    public DateTimeOffset NotBeforeUtc { get; set; }

    /// <summary>Tries that failed.</summary>
    public int Failures { get; set; }

    /// <summary>Why the last try failed, as told to the author.</summary>
    public string? LastError { get; set; }
}

internal sealed class ContentScheduleConfiguration : IEntityTypeConfiguration<ContentSchedule>
{
    public const int ErrorLength = 1000;

    public void Configure(EntityTypeBuilder<ContentSchedule> builder)
    {
        builder.ToTable("content_schedules");
        builder.HasKey(row => new { row.ContentItemId, row.Act });
        builder.Property(row => row.ContentItemId).HasMaxLength(64);
        builder.Property(row => row.ContentType).HasMaxLength(128);
        builder.Property(row => row.SetBy).HasMaxLength(256);
        builder.Property(row => row.LastError).HasMaxLength(ErrorLength);
        builder.HasIndex(row => row.NotBeforeUtc);
    }
}
