using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Kernel.Content.Corrections;

/// <summary>A published correction notice and the item it corrects: the index over <c>CorrectionPart.Corrects</c>.</summary>
public sealed class ContentCorrection
{
    /// <summary>Path of the id of the corrected item within the notice, a content picker of the field.</summary>
    public const string Path = "CorrectionPart.Corrects.ContentItemIds[0]";

    /// <summary>Id of the notice.</summary>
    public required string NoticeId { get; init; }

    /// <summary>Id of the item it corrects.</summary>
    public required string CorrectedId { get; set; }
}

internal sealed class ContentCorrectionConfiguration : IEntityTypeConfiguration<ContentCorrection>
{
    public void Configure(EntityTypeBuilder<ContentCorrection> builder)
    {
        builder.ToTable("content_corrections");
        builder.HasKey(row => row.NoticeId);
        builder.Property(row => row.NoticeId).HasMaxLength(64);
        builder.Property(row => row.CorrectedId).HasMaxLength(64);
        builder.HasIndex(row => row.CorrectedId);
    }
}
