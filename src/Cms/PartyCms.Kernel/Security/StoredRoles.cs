using PartyCms.Kernel.Data;

namespace PartyCms.Kernel.Security;

/// <summary>The roles that came by recipes.</summary>
public sealed class StoredRoles(CmsDbContext db)
{
    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyList<StoredRole>> ListAsync(CancellationToken cancellationToken) =>
        await db.Set<StoredRole>().AsNoTracking().OrderBy(role => role.Name).ToListAsync(cancellationToken);

    /// <summary>The row of a role to be changed, new where there is none; saved with the next <c>SaveChanges</c>.</summary>
    /// <exception cref="ArgumentException">The name is one of the built in roles, which nobody changes.</exception>
    public async Task<StoredRole> OpenAsync(string name, CancellationToken cancellationToken)
    {
        if (Roles.All.Contains(name))
        {
            throw new ArgumentException($"'{name}' is built in.", nameof(name));
        }

        var role = await db.Set<StoredRole>().FindAsync([name], cancellationToken);
        if (role is null)
        {
            role = new StoredRole { Name = name };
            db.Add(role);
        }

        return role;
    }

    /// <summary>Whether a role opened here is not stored yet.</summary>
    public bool IsNew(StoredRole role) => db.Entry(role).State == EntityState.Added;
}
