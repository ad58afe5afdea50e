using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Contents.Queries;

/// <summary>A named query that came by a recipe, kept as it came; one that is understood can be run.</summary>
internal sealed class StoredQuery
{
    public const int NameLength = 128;

    /// <summary>Name in lower case: queries are called without case.</summary>
    public required string Key { get; init; }

    public required string Name { get; set; }

    /// <summary>The query's definition, JSON text.</summary>
    public required string Json { get; set; }
}

internal sealed class StoredQueryConfiguration : IEntityTypeConfiguration<StoredQuery>
{
    public void Configure(EntityTypeBuilder<StoredQuery> builder)
    {
        builder.ToTable("contents_queries");
        builder.HasKey(query => query.Key);
        builder.Property(query => query.Key).HasMaxLength(StoredQuery.NameLength);
        builder.Property(query => query.Name).HasMaxLength(StoredQuery.NameLength);
    }
}
