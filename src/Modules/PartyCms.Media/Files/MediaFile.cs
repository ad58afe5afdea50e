using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyCms.Media.Folders;

namespace PartyCms.Media.Files;

/// <summary>One uploaded file.</summary>
internal sealed class MediaFile
{
    public required Guid Id { get; init; }

    /// <summary>Value of its <see cref="MediaPath" />.</summary>
    public required string Path { get; init; }

    /// <summary>Its name on the device it came from, or the one an editor gave it; shown to editors only.</summary>
    public required string OriginalName { get; set; }

    public required string ContentType { get; init; }

    /// <summary>Bytes on disk.</summary>
    public required long Size { get; init; }

    /// <summary>Pixels, of a picture.</summary>
    public int? Width { get; init; }

    /// <summary>Pixels, of a picture.</summary>
    public int? Height { get; init; }

    /// <summary>Of the bytes on disk, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What a picture shows, for readers who do not see it.</summary>
    public string Alt { get; set; } = "";

    /// <summary>Name and text in lower case, for the search.</summary>
    public string SearchText
    {
        get => $"{OriginalName}\n{Alt}".ToLowerInvariant();
        private set => _ = value;
    }

    /// <summary>The unit whose editors may see and change it; null for the platform.</summary>
    public Guid? OrgUnitId { get; set; }

    /// <summary>The folder it stands in, of the same unit; null at the unit's top.</summary>
    public Guid? FolderId { get; set; }

    public string? UploadedBy { get; init; }

    public required string UploadedByName { get; init; }

    public required DateTimeOffset UploadedUtc { get; init; }

    public bool IsImage => Width is not null;
}

internal sealed class MediaFileConfiguration : IEntityTypeConfiguration<MediaFile>
{
    public const int NameLength = 255;

    public const int AltLength = 255;

    public void Configure(EntityTypeBuilder<MediaFile> builder)
    {
        builder.ToTable("media_files");
        builder.Property(file => file.Id).ValueGeneratedNever();
        builder.Property(file => file.Path).HasMaxLength(64);
        builder.Property(file => file.OriginalName).HasMaxLength(NameLength);
        builder.Property(file => file.ContentType).HasMaxLength(64);
        builder.Property(file => file.Sha256).HasMaxLength(64);
        builder.Property(file => file.Alt).HasMaxLength(AltLength);
        builder.Property(file => file.SearchText).HasMaxLength(NameLength + AltLength + 1);
        builder.Property(file => file.UploadedBy).HasMaxLength(64);
        builder.Property(file => file.UploadedByName).HasMaxLength(256);
        builder.HasIndex(file => file.Path).IsUnique();
        builder.HasIndex(file => new { file.OrgUnitId, file.Sha256 });
        builder.HasIndex(file => new { file.OrgUnitId, file.FolderId, file.UploadedUtc });
        builder.HasIndex(file => file.UploadedUtc);
        builder.HasOne<MediaFolder>().WithMany().HasForeignKey(file => file.FolderId).OnDelete(DeleteBehavior.Restrict);
    }
}
