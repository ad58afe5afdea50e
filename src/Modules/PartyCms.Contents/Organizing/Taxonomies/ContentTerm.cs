using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Contents.Organizing.Taxonomies;

/// <summary>
/// One term of a published taxonomy. The item's version holds the tree as it was written; these rows are made of it in
/// the same transaction, so that a term is found without reading the tree (ADR 9).
/// </summary>
internal sealed class ContentTerm
{
    /// <summary>Id of the taxonomy's item.</summary>
    public required string TaxonomyId { get; init; }

    /// <summary>Id of the term's item within the tree.</summary>
    public required string TermId { get; init; }

    /// <summary>The term it stands below, or null.</summary>
    public string? ParentId { get; set; }

    /// <summary>Place in the tree, each term before those below it.</summary>
    public int Position { get; set; }

    /// <summary>Steps below the root.</summary>
    public int Depth { get; set; }

    public required string Name { get; set; }

    /// <summary>Address of its page without leading slash; null where the taxonomy has none.</summary>
    public string? Path { get; set; }
}

internal sealed class ContentTermConfiguration : IEntityTypeConfiguration<ContentTerm>
{
    public void Configure(EntityTypeBuilder<ContentTerm> builder)
    {
        builder.ToTable("contents_terms");
        builder.HasKey(term => new { term.TaxonomyId, term.TermId });
        builder.Property(term => term.TaxonomyId).HasMaxLength(64);
        builder.Property(term => term.TermId).HasMaxLength(64);
        builder.Property(term => term.ParentId).HasMaxLength(64);
        builder.Property(term => term.Name).HasMaxLength(255);
        builder.Property(term => term.Path).HasMaxLength(1024);
        builder.HasIndex(term => term.Path);
        builder.HasIndex(term => term.TermId);
    }
}
