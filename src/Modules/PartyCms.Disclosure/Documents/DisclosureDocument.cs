using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Disclosure.Documents;

/// <summary>What public lists of disclosures filter by; one row for each published document.</summary>
internal sealed class DisclosureDocument
{
    /// <summary>Id of the content item.</summary>
    public required string ContentItemId { get; init; }

    /// <summary>What it is about.</summary>
    public DisclosureGroup Group { get; set; }

    /// <summary>When such things are opened.</summary>
    public DisclosureRhythm Rhythm { get; set; }
}

internal sealed class DisclosureDocumentConfiguration : IEntityTypeConfiguration<DisclosureDocument>
{
    public void Configure(EntityTypeBuilder<DisclosureDocument> builder)
    {
        builder.ToTable("disclosure_documents");
        builder.HasKey(document => document.ContentItemId);
        builder.Property(document => document.ContentItemId).HasMaxLength(64);
        builder.HasIndex(document => new { document.Rhythm, document.Group });
    }
}
