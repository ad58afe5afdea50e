using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Kernel.Security;

/// <summary>
/// One pair of nodes of the organisation tree of which the first stands above the second or is it. Kept by the module
/// that owns the tree; it turns "within my subtree" into one index look-up.
/// </summary>
public sealed class ScopeClosure
{
    /// <summary>The upper node.</summary>
    public required Guid AncestorId { get; init; }

    /// <summary>The lower node, or the same.</summary>
    public required Guid DescendantId { get; init; }
}

internal sealed class ScopeClosureConfiguration : IEntityTypeConfiguration<ScopeClosure>
{
    public void Configure(EntityTypeBuilder<ScopeClosure> builder)
    {
        builder.ToTable("security_scope_closure");
        builder.HasKey(pair => new { pair.AncestorId, pair.DescendantId });
        builder.HasIndex(pair => pair.DescendantId);
    }
}
