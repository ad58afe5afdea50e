using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Contents.Organizing.Taxonomies;

/// <summary>A published item that bears a term, in the order in which lists show it.</summary>
internal sealed class ContentTermUse
{
    public required string ContentItemId { get; init; }

    public required string TermId { get; init; }

    /// <summary>First publication of the item, UTC; the same as its summary's, so that one index gives a list.</summary>
    public DateTimeOffset PublishedUtc { get; set; }
}

internal sealed class ContentTermUseConfiguration : IEntityTypeConfiguration<ContentTermUse>
{
    public void Configure(EntityTypeBuilder<ContentTermUse> builder)
    {
        builder.ToTable("contents_term_uses");
        builder.HasKey(use => new { use.ContentItemId, use.TermId });
        builder.Property(use => use.ContentItemId).HasMaxLength(64);
        builder.Property(use => use.TermId).HasMaxLength(64);
        builder.HasIndex(use => new { use.TermId, use.PublishedUtc, use.ContentItemId });
    }
}
