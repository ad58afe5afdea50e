using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Contents.Display;

/// <summary>That a published item stands in the list of another.</summary>
internal sealed class ContainedItem
{
    public required string ContentItemId { get; init; }

    public required string ListContentItemId { get; set; }

    /// <summary>Place in a list that is ordered by hand.</summary>
    public int Order { get; set; }

    /// <summary>First publication, UTC: the order of all other lists.</summary>
    public DateTimeOffset PublishedUtc { get; set; }
}

internal sealed class ContainedItemConfiguration : IEntityTypeConfiguration<ContainedItem>
{
    public void Configure(EntityTypeBuilder<ContainedItem> builder)
    {
        builder.ToTable("contents_contained_items");
        builder.HasKey(row => row.ContentItemId);
        builder.Property(row => row.ContentItemId).HasMaxLength(64);
        builder.Property(row => row.ListContentItemId).HasMaxLength(64);
        builder.HasIndex(row => new { row.ListContentItemId, row.PublishedUtc, row.ContentItemId });
        builder.HasIndex(row => new { row.ListContentItemId, row.Order, row.ContentItemId });
    }
}
