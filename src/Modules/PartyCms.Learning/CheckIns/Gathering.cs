using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyCms.Learning.Study;

namespace PartyCms.Learning.CheckIns;

/// <summary>
/// A lecture, theme day or training that members check in to (签到). What it is worth is entered into the study ledger
/// when the secretary has confirmed who was there, and not before.
/// </summary>
internal sealed class Gathering
{
    public const int TitleLength = 60;

    public const int PlaceLength = 60;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The unit that gathers; its members, and those of the units below, may check in.</summary>
    public required Guid OrgUnitId { get; init; }

    public required StudyMode Mode { get; init; }

    public required string Title { get; init; }

    public string? Place { get; init; }

    /// <summary>When it begins, UTC.</summary>
    public required DateTimeOffset HeldUtc { get; init; }

    /// <summary>How long it lasts, in minutes: planned, and after the confirmation the time that counts.</summary>
    public required int Minutes { get; set; }

    /// <summary>The key that codes are made with, encrypted.</summary>
    public required string ProtectedKey { get; init; }

    /// <summary>How many have checked in.</summary>
    public int Present { get; set; }

    /// <summary>When the secretary confirmed who was there, UTC; null before.</summary>
    public DateTimeOffset? ConfirmedUtc { get; set; }

    /// <summary>The line of evidence in a member's record.</summary>
    public string Evidence(CheckInWay way)
    {
        var place = Place is null ? "" : Place + "，";
        return place + (way == CheckInWay.Code ? "现场扫码签到，书记确认" : "书记登记签到");
    }
}

internal sealed class GatheringConfiguration : IEntityTypeConfiguration<Gathering>
{
    public void Configure(EntityTypeBuilder<Gathering> builder)
    {
        builder.ToTable("learning_gatherings");
        builder.Property(gathering => gathering.Id).ValueGeneratedNever();
        builder.Property(gathering => gathering.Title).HasMaxLength(Gathering.TitleLength);
        builder.Property(gathering => gathering.Place).HasMaxLength(Gathering.PlaceLength);
        builder.HasIndex(gathering => new { gathering.OrgUnitId, gathering.HeldUtc });
    }
}
