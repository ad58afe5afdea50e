using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Media.Usage;

/// <summary>
/// One place of one version of content that names a file. The rows of a version are written in the transaction that
/// writes the version; whether it is the one readers see is asked of the version itself.
/// </summary>
internal sealed class MediaUsage
{
    public long Id { get; private set; }

    /// <summary>Path of the file, as in <see cref="Files.MediaPath" />; the file need not be there.</summary>
    public required string FilePath { get; init; }

    public required string ContentItemId { get; init; }

    public required string ContentItemVersionId { get; init; }

    /// <summary>Where it stands in the document, such as <c>ArticlePart.Cover</c>.</summary>
    public required string Place { get; init; }
}

internal sealed class MediaUsageConfiguration : IEntityTypeConfiguration<MediaUsage>
{
    public const int PlaceLength = 200;

    public void Configure(EntityTypeBuilder<MediaUsage> builder)
    {
        builder.ToTable("media_usages");
        builder.Property(usage => usage.FilePath).HasMaxLength(64);
        builder.Property(usage => usage.ContentItemId).HasMaxLength(64);
        builder.Property(usage => usage.ContentItemVersionId).HasMaxLength(64);
        builder.Property(usage => usage.Place).HasMaxLength(PlaceLength);
        builder.HasIndex(usage => usage.FilePath);
        builder.HasIndex(usage => usage.ContentItemVersionId);
    }
}
