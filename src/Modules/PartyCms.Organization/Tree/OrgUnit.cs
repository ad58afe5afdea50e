using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyCms.Organization.Contracts;

namespace PartyCms.Organization.Tree;

/// <summary>One node of the tree of party organisations.</summary>
internal sealed class OrgUnit
{
    public required Guid Id { get; init; }

    public Guid? ParentId { get; set; }

    public required string Slug { get; set; }

    public required string Name { get; set; }

    public OrgUnitKind Kind { get; set; }

    public HostKind? HostKind { get; set; }

    public string? HostName { get; set; }

    public bool IsNetworkBranch { get; set; }

    public string Intro { get; set; } = "";

    /// <summary>Order among all units, as an official list has it.</summary>
    public int Position { get; set; }
}

internal sealed class OrgUnitConfiguration : IEntityTypeConfiguration<OrgUnit>
{
    public const int NameLength = 100;

    public const int IntroLength = 500;

    public void Configure(EntityTypeBuilder<OrgUnit> builder)
    {
        builder.ToTable("organization_units");
        builder.Property(unit => unit.Id).ValueGeneratedNever();
        builder.Property(unit => unit.Slug).HasMaxLength(64);
        builder.Property(unit => unit.Name).HasMaxLength(NameLength);
        builder.Property(unit => unit.HostName).HasMaxLength(NameLength);
        builder.Property(unit => unit.Intro).HasMaxLength(IntroLength);
        builder.HasIndex(unit => unit.Slug).IsUnique();
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(unit => unit.ParentId).OnDelete(DeleteBehavior.Restrict);
    }
}
