using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Recipes.Keeping;

/// <summary>
/// One thing of a recipe that means nothing here, such as a layer or a workflow: kept as it came, and exported again for
/// a site that knows it.
/// </summary>
internal sealed class KeptDocument
{
    public const int NameLength = 256;

    /// <summary>Name of the step, as in <see cref="KeptKinds" />; of an unknown step as first written.</summary>
    public required string Kind { get; init; }

    /// <summary>What tells it from others of its kind; empty where a step is one thing.</summary>
    public required string Name { get; init; }

    /// <summary>Place among those of its kind.</summary>
    public int Position { get; set; }

    /// <summary>The thing, JSON text.</summary>
    public required string Json { get; set; }
}

internal sealed class KeptDocumentConfiguration : IEntityTypeConfiguration<KeptDocument>
{
    public void Configure(EntityTypeBuilder<KeptDocument> builder)
    {
        builder.ToTable("recipes_kept_documents");
        builder.HasKey(document => new { document.Kind, document.Name });
        builder.Property(document => document.Kind).HasMaxLength(128);
        builder.Property(document => document.Name).HasMaxLength(KeptDocument.NameLength);
    }
}
