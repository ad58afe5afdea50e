using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Kernel.Security;

/// <summary>One person or API client holds one role for one subtree. One account may hold several (S0-16).</summary>
public sealed class RoleAssignment
{
    /// <summary>Row id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Id of the account or API client.</summary>
    public required string SubjectId { get; init; }

    /// <summary>One of <see cref="Roles.All" />, or the name of a <see cref="StoredRole" />.</summary>
    public required string Role { get; init; }

    /// <summary>Top of the subtree it holds for; null for the whole site.</summary>
    public Guid? OrgUnitId { get; init; }
}

internal sealed class RoleAssignmentConfiguration : IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> builder)
    {
        builder.ToTable("security_role_assignments");
        builder.Property(assignment => assignment.Id).ValueGeneratedNever();
        builder.Property(assignment => assignment.SubjectId).HasMaxLength(64);
        builder.Property(assignment => assignment.Role).HasMaxLength(64);
        builder.HasIndex(assignment => new { assignment.SubjectId, assignment.Role, assignment.OrgUnitId }).IsUnique();
    }
}
