using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using PartyCms.Kernel.Data;

namespace PartyCms.Kernel.Security;

/// <summary>
/// Who is acting: the signed-in account or API client of this request, or the system outside of requests. What it may
/// do comes from its role assignments, read once for each request.
/// </summary>
public sealed class Caller(IHttpContextAccessor http, CmsDbContext db, PermissionCatalogue permissions)
{
    /// <summary>Name of the system itself among people, as it is stored.</summary>
    public const string SystemName = "system";

    private IReadOnlyList<RoleAssignment> _assignments = [];
    private Dictionary<string, IReadOnlySet<string>> _storedRoles = [];
    private string? _assignedTo;
    private bool _isSystem;

    /// <summary>Id of the account or API client; null for visitors and the system.</summary>
    public string? Id => User?.FindFirstValue(ClaimTypes.NameIdentifier);

    /// <summary>User name or client id; <c>system</c> outside of requests.</summary>
    public string Name => User?.Identity?.Name ?? (http.HttpContext is null || _isSystem ? SystemName : "anonymous");

    /// <summary>Whether somebody is signed in.</summary>
    public bool IsSignedIn => Id is not null;

    private ClaimsPrincipal? User => _isSystem ? null : http.HttpContext?.User;

    /// <summary>User name of the person whose order the system carries out, or null.</summary>
    public string? OnBehalfOf { get; private set; }

    /// <summary>Lets set-up, jobs and verbs act with every permission. Never called while serving a request.</summary>
    /// <param name="onBehalfOf">User name of the person who gave the order earlier and was asked for the permission then.</param>
    public void ActAsSystem(string? onBehalfOf = null)
    {
        _isSystem = true;
        OnBehalfOf = onBehalfOf;
    }

    /// <summary>
    /// Reads the role assignments, once for each identity: a request that carries a person's cookie and a client's token
    /// begins as the one and goes on as the other, and must not keep the first one's roles.
    /// </summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        if (Id is { } id && _assignedTo != id)
        {
            _assignments = await db.Set<RoleAssignment>().AsNoTracking()
                .Where(assignment => assignment.SubjectId == id).ToListAsync(cancellationToken);
            await LoadStoredRolesAsync(cancellationToken);
            _assignedTo = id;
        }
    }

    /// <summary>Forgets what was read, after a sign-in or a change of roles within the request.</summary>
    public void Reset() => _assignedTo = null;

    /// <summary>Where the caller holds a permission. <see cref="LoadAsync" /> must have run; else nowhere.</summary>
    public PermissionScope ScopeOf(string permission)
    {
        if (_isSystem)
        {
            return PermissionScope.Everywhere;
        }

        var granting = (_assignedTo is not null && _assignedTo == Id ? _assignments : [])
            .Where(assignment => permissions.Grants(assignment.Role, permission)
                || (_storedRoles.TryGetValue(assignment.Role, out var granted) && granted.Contains(permission))).ToList();
        if (granting.Any(assignment => assignment.OrgUnitId is null))
        {
            return PermissionScope.Everywhere;
        }

        return granting.Count == 0 || permissions.IsSiteWide(permission)
            ? PermissionScope.Nowhere
            : new PermissionScope(false, [.. granting.Select(assignment => assignment.OrgUnitId!.Value).Distinct()]);
    }

    /// <summary>Whether the caller holds a permission anywhere.</summary>
    public bool Can(string permission) => ScopeOf(permission).IsAnywhere;

    /// <summary>Whether the caller holds a permission for one unit; null stands for the platform.</summary>
    public async Task<bool> CanAsync(string permission, Guid? orgUnitId, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        var scope = ScopeOf(permission);
        if (scope.IsEverywhere || orgUnitId is null)
        {
            return scope.IsEverywhere;
        }

        var roots = scope.Roots;
        return roots.Count > 0 && await db.Set<ScopeClosure>()
            .AnyAsync(pair => pair.DescendantId == orgUnitId && roots.Contains(pair.AncestorId), cancellationToken);
    }

    private async Task LoadStoredRolesAsync(CancellationToken cancellationToken)
    {
        var names = _assignments.Select(assignment => assignment.Role).Where(role => !Roles.All.Contains(role)).Distinct().ToList();
        _storedRoles = names.Count == 0
            ? []
            : await db.Set<StoredRole>().AsNoTracking().Where(role => names.Contains(role.Name))
                .ToDictionaryAsync(role => role.Name, role => permissions.Translate(role.Permissions), cancellationToken);
    }
}
