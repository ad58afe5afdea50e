using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyCms.Learning.Study;

namespace PartyCms.Learning.CheckIns;

/// <summary>How a check-in came to be.</summary>
internal enum CheckInWay
{
    /// <summary>The member scanned or typed the code that was shown on the spot.</summary>
    Code,

    /// <summary>The secretary entered it from the sheet; it counts the same (domain 6.7).</summary>
    ByHand,
}

/// <summary>One member at one gathering.</summary>
internal sealed class CheckIn
{
    public required Guid GatheringId { get; init; }

    public required Guid MemberId { get; init; }

    public required CheckInWay Way { get; init; }

    public required DateTimeOffset CheckedUtc { get; init; }

    /// <summary>The line in the ledger, once the gathering is confirmed.</summary>
    public StudyEntry? Entry { get; set; }

    public long? EntryId { get; set; }
}

internal sealed class CheckInConfiguration : IEntityTypeConfiguration<CheckIn>
{
    public void Configure(EntityTypeBuilder<CheckIn> builder)
    {
        builder.ToTable("learning_check_ins");
        builder.HasKey(checkIn => new { checkIn.GatheringId, checkIn.MemberId });
        builder.HasIndex(checkIn => checkIn.MemberId);
        builder.HasOne<Gathering>().WithMany().HasForeignKey(checkIn => checkIn.GatheringId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(checkIn => checkIn.Entry).WithOne().HasForeignKey<CheckIn>(checkIn => checkIn.EntryId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
