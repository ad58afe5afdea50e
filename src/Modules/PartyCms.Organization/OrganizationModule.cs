using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Branches;
using PartyCms.Organization.Contracts;
using PartyCms.Organization.Demo;
using PartyCms.Organization.Members;
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
    public override IReadOnlyList<AdminMenuItem> AdminMenu =>
    [
        new("组织", "党员名册", "/admin/members", "people", OrganizationPermissions.ViewMembers, 500),
        new("组织", "组织树", "/admin/organization", "diagram-3", OrganizationPermissions.ManageTree, 510),
    ];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<BranchDirectory>();
        services.AddScoped<MemberDirectory>();
        services.AddScoped<VisibleMembers>();
        services.AddScoped<PublicArticles>();
        services.AddScoped<OrgTree>();
        services.AddScoped<Roster>();
        services.AddScoped<BranchPage>();
        services.AddRecipeStep<DemoOrganizationStep>().AddRecipeStep<OrganizationStep>().AddRecipeExport<OrganizationStep>();
    }
}
