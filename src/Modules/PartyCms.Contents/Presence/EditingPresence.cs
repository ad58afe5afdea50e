using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Contents.Presence;

/// <summary>That a person has an item open in the editor.</summary>
internal sealed class EditingPresence
{
    public required string ContentItemId { get; init; }

    public required string AccountId { get; init; }

    public required string Name { get; set; }

    /// <summary>Last sign of life, UTC.</summary>
    public DateTimeOffset SeenUtc { get; set; }
}

internal sealed class EditingPresenceConfiguration : IEntityTypeConfiguration<EditingPresence>
{
    public void Configure(EntityTypeBuilder<EditingPresence> builder)
    {
        builder.ToTable("contents_presences");
        builder.HasKey(row => new { row.ContentItemId, row.AccountId });
        builder.Property(row => row.ContentItemId).HasMaxLength(64);
        builder.Property(row => row.AccountId).HasMaxLength(64);
        builder.Property(row => row.Name).HasMaxLength(256);
        builder.HasIndex(row => row.SeenUtc);
    }
}
