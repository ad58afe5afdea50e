using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Disclosure.Approval;

/// <summary>One step somebody took: who, when, for which text, with what opinion. Rows are added and never changed.</summary>
internal sealed class DisclosureApproval
{
    /// <summary>Row number, ascending in time.</summary>
    public long Id { get; private set; }

    /// <summary>Id of the content item.</summary>
    public required string ContentItemId { get; init; }

    /// <summary>The version it was said of.</summary>
    public required string ContentItemVersionId { get; init; }

    /// <summary>The revision of that version.</summary>
    public int TextRevision { get; init; }

    /// <summary>The round it belongs to, from 1.</summary>
    public int Round { get; init; }

    /// <summary>The step.</summary>
    public ApprovalAct Act { get; init; }

    /// <summary>Account; null for the system.</summary>
    public string? ActorId { get; init; }

    /// <summary>User name at that time.</summary>
    public required string ActorName { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset OccurredUtc { get; init; }

    /// <summary>What was said, or null.</summary>
    public string? Opinion { get; init; }
}

internal sealed class DisclosureApprovalConfiguration : IEntityTypeConfiguration<DisclosureApproval>
{
    public const int OpinionLength = 500;

    public void Configure(EntityTypeBuilder<DisclosureApproval> builder)
    {
        builder.ToTable("disclosure_approvals");
        builder.Property(row => row.ContentItemId).HasMaxLength(64);
        builder.Property(row => row.ContentItemVersionId).HasMaxLength(64);
        builder.Property(row => row.ActorId).HasMaxLength(64);
        builder.Property(row => row.ActorName).HasMaxLength(256);
        builder.Property(row => row.Opinion).HasMaxLength(OpinionLength);
        builder.HasIndex(row => new { row.ContentItemId, row.Id });
    }
}
