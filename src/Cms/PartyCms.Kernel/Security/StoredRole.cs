using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Kernel.Security;

/// <summary>
/// A role that came by a recipe, beside the five built in ones. It holds what its permission names mean here and nothing
/// else; names that mean nothing are kept for the next site.
/// </summary>
public sealed class StoredRole
{
    /// <summary>Longest name, in characters.</summary>
    public const int NameLength = 64;

    /// <summary>Its name, compared with case.</summary>
    public required string Name { get; init; }

    /// <summary>What it is for.</summary>
    public string Description { get; set; } = "";

    /// <summary>Names of permissions as they came, our own or Orchard Core's.</summary>
    public IReadOnlyList<string> Permissions
    {
        get => PermissionNames.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        set => PermissionNames = string.Join('\n', value);
    }

    /// <summary>The same as one text, a name a line.</summary>
    public string PermissionNames { get; private set; } = "";
}

internal sealed class StoredRoleConfiguration : IEntityTypeConfiguration<StoredRole>
{
    public void Configure(EntityTypeBuilder<StoredRole> builder)
    {
        builder.ToTable("security_stored_roles");
        builder.HasKey(role => role.Name);
        builder.Property(role => role.Name).HasMaxLength(StoredRole.NameLength);
        builder.Property(role => role.Description).HasMaxLength(1000);
        builder.Ignore(role => role.Permissions);
    }
}
