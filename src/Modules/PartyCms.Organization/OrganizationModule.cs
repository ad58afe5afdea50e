using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Security;
using PartyCms.Organization.Branches;
using PartyCms.Organization.Contracts;
using PartyCms.Organization.Demo;
using PartyCms.Organization.Tree;

namespace PartyCms.Organization;

/// <summary>The tree of party organisations, their branches, and the members with their one affiliation.</summary>
public sealed class OrganizationModule : CmsModule
{
    /// <inheritdoc />
    public override string Name => "Organization";

    /// <inheritdoc />
    public override IReadOnlyList<Permission> Permissions => OrganizationPermissions.All;

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<BranchDirectory>();
        services.AddScoped<MemberDirectory>();
        services.AddScoped<PublicArticles>();
        services.AddScoped<OrgTree>();
        services.AddScoped<BranchPage>();
        services.AddRecipeStep<DemoOrganizationStep>();
    }
}
