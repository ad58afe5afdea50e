using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace PartyCms.Kernel.Security;

/// <summary>Asks for a permission, anywhere or for the unit given as the resource.</summary>
public sealed class PermissionRequirement(string permission) : IAuthorizationRequirement
{
    /// <summary>Name of the permission.</summary>
    public string Permission { get; } = permission;
}

/// <summary>Turns each permission's name into a policy, so that pages and endpoints name the permission itself.</summary>
internal sealed class PermissionPolicyProvider(IOptions<AuthorizationOptions> options, PermissionCatalogue permissions)
    : DefaultAuthorizationPolicyProvider(options)
{
    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        permissions.Contains(policyName)
            ? new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(policyName)).Build()
            : await base.GetPolicyAsync(policyName);
}

/// <summary>Succeeds only where a role assignment grants the permission; silence means no.</summary>
internal sealed class PermissionHandler(Caller caller) : AuthorizationHandler<PermissionRequirement>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        await caller.LoadAsync(CancellationToken.None);
        var granted = context.Resource is Guid orgUnitId
            ? await caller.CanAsync(requirement.Permission, orgUnitId, CancellationToken.None)
            : caller.Can(requirement.Permission);
        if (granted)
        {
            context.Succeed(requirement);
        }
    }
}
