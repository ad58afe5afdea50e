using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyCms.Media.Files;

namespace PartyCms.Media.Uploads;

/// <summary>A file that comes in pieces. Its bytes wait in a file of their own until all are there.</summary>
internal sealed class MediaUpload
{
    public required Guid Id { get; init; }

    /// <summary>The account or API client that sends it; it is nobody else's business.</summary>
    public required string OwnerId { get; init; }

    public required string Name { get; init; }

    public required string Alt { get; init; }

    /// <summary>Where it is to stand: the unit, null for the platform.</summary>
    public Guid? OrgUnitId { get; init; }

    /// <summary>Where it is to stand: the folder, null for the unit's top.</summary>
    public Guid? FolderId { get; init; }

    /// <summary>Bytes of the whole file.</summary>
    public required long Length { get; init; }

    /// <summary>
    /// Bytes that are safely on disk. What stands behind them in the waiting file was never acknowledged and is cut off.
    /// </summary>
    public long Received { get; set; }

    /// <summary>When it is given up; every piece puts it off.</summary>
    public required DateTimeOffset ExpiresUtc { get; set; }

    /// <summary>The file it became.</summary>
    public Guid? FileId { get; set; }
}

internal sealed class MediaUploadConfiguration : IEntityTypeConfiguration<MediaUpload>
{
    public void Configure(EntityTypeBuilder<MediaUpload> builder)
    {
        builder.ToTable("media_uploads");
        builder.Property(upload => upload.Id).ValueGeneratedNever();
        builder.Property(upload => upload.OwnerId).HasMaxLength(64);
        builder.Property(upload => upload.Name).HasMaxLength(MediaFileConfiguration.NameLength);
        builder.Property(upload => upload.Alt).HasMaxLength(MediaFileConfiguration.AltLength);
        builder.HasIndex(upload => upload.OwnerId);
        builder.HasIndex(upload => upload.ExpiresUtc);
    }
}
