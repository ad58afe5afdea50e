using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Kernel.Content.Definitions;

/// <summary>A definition that came by recipe or from an administrator.</summary>
internal sealed class StoredDefinition
{
    public required string Name { get; init; }

    /// <summary>Whether it is a part; else it is a type.</summary>
    public required bool IsPart { get; init; }

    /// <summary>The definition in its wire form.</summary>
    public required string Json { get; set; }

    /// <summary>Last change, UTC.</summary>
    public DateTimeOffset ChangedUtc { get; set; }
}

internal sealed class StoredDefinitionConfiguration : IEntityTypeConfiguration<StoredDefinition>
{
    public void Configure(EntityTypeBuilder<StoredDefinition> builder)
    {
        builder.ToTable("content_definitions");
        builder.HasKey(definition => new { definition.IsPart, definition.Name });
        builder.Property(definition => definition.Name).HasMaxLength(128);
    }
}
