using System.Collections.Frozen;
using PartyCms.Kernel.Modularity;

namespace PartyCms.Kernel.Security;

/// <summary>Which role holds which permission. Built once from the kernel's and the modules' declarations.</summary>
public sealed class PermissionCatalogue
{
    private readonly FrozenDictionary<string, FrozenSet<string>> _rolesByPermission;
    private readonly FrozenSet<string> _siteWide;
    private readonly FrozenDictionary<string, IReadOnlyList<string>> _meanings;

    /// <summary>Gathers the permissions of all modules.</summary>
    public PermissionCatalogue(ModuleCatalogue modules)
    {
        All = [.. KernelPermissions.All, .. modules.Permissions];
        _rolesByPermission = All.ToFrozenDictionary(
            permission => permission.Name, permission => permission.Roles.ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);
        _siteWide = All.Where(permission => permission.IsSiteWide).Select(permission => permission.Name)
            .ToFrozenSet(StringComparer.Ordinal);
        _meanings = PermissionMeanings.Of(All, modules.ContentTypes.Values);
    }

    /// <summary>Every permission of the site.</summary>
    public IReadOnlyList<Permission> All { get; }

    /// <summary>Whether such a permission exists.</summary>
    public bool Contains(string permission) => _rolesByPermission.ContainsKey(permission);

    /// <summary>Whether a permission comes only with a role for the whole site.</summary>
    public bool IsSiteWide(string permission) => _siteWide.Contains(permission);

    /// <summary>Whether a permission's name, our own or one of Orchard Core's, means something here.</summary>
    public bool IsUnderstood(string name) => _meanings.ContainsKey(name);

    /// <summary>The permissions that a role holds by the names it came with; names that mean nothing bring nothing.</summary>
    public IReadOnlySet<string> Translate(IEnumerable<string> names) =>
        names.SelectMany(name => _meanings.GetValueOrDefault(name, [])).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a built in role holds a permission; an unknown permission is held by nobody.</summary>
    public bool Grants(string role, string permission) =>
        _rolesByPermission.TryGetValue(permission, out var roles) && (role == Roles.Administrator || roles.Contains(role));
}
