using PartyCms.Kernel.Security;

namespace PartyCms.Accounts.Administration;

/// <summary>A role that came by a recipe.</summary>
/// <param name="Name">Its name, for people as well.</param>
/// <param name="Permissions">How many permissions of this site its names stand for.</param>
internal sealed record ImportedRole(string Name, int Permissions);

/// <summary>
/// The roles that can be given: the five built in ones, and imported ones that mean something here. What visitors and
/// everybody signed in may do elsewhere is no role of a person, and a role without any right here would promise what it does
/// not hold.
/// </summary>
internal sealed class GrantableRoles(StoredRoles stored, PermissionCatalogue permissions)
{
    private static readonly string[] OfEverybody = ["Anonymous", "Authenticated"];

    /// <summary>Imported roles, by name: those that can be given, then those that mean nothing here.</summary>
    public async Task<ILookup<bool, ImportedRole>> ImportedAsync(CancellationToken cancellationToken) =>
        (await stored.ListAsync(cancellationToken)).Where(role => !OfEverybody.Contains(role.Name))
            .Select(role => new ImportedRole(role.Name, permissions.Translate(role.Permissions).Count))
            .ToLookup(role => role.Permissions > 0);

    /// <summary>Whether a role can be given.</summary>
    public async Task<bool> ContainsAsync(string role, CancellationToken cancellationToken) =>
        Roles.All.Contains(role) || Contains(role, await ImportedAsync(cancellationToken));

    /// <summary>Whether a role can be given, for who has read the imported ones already.</summary>
    public static bool Contains(string role, ILookup<bool, ImportedRole> imported) =>
        Roles.All.Contains(role) || imported[true].Any(known => known.Name == role);
}
