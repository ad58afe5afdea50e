using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Disclosure.Approval;
using PartyCms.Disclosure.Demo;
using PartyCms.Disclosure.Documents;
using PartyCms.Kernel;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;

namespace PartyCms.Disclosure;

/// <summary>Party-affairs disclosure (党务公开): seven groups, four rhythms, and proposal, review, approval before anything is open.</summary>
public sealed class DisclosureModule : CmsModule
{
    /// <inheritdoc />
    public override string Name => "Disclosure";

    /// <inheritdoc />
    public override IReadOnlyList<string> Dependencies => ["Organization"];

    /// <inheritdoc />
    public override IReadOnlyList<Permission> Permissions => DisclosurePermissions.All;

    /// <inheritdoc />
    public override IReadOnlyList<ContentType> ContentTypes =>
    [
        new(DisclosureFields.ContentType, "党务公开", DisclosureFields.PathPrefix,
            DisclosurePermissions.Edit, DisclosurePermissions.Publish, NeedsBranch: true),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<ContentPartDefinition> ContentParts => [DisclosurePartDefinition.Part];

    /// <inheritdoc />
    public override IReadOnlyList<AdminMenuItem> AdminMenu =>
    [
        new("内容", "党务公开", "/admin/content?type=Disclosure", "file-earmark-text", DisclosurePermissions.Edit, 110),
        new("内容", "公开审批", "/admin/disclosures", "check2-square", DisclosurePermissions.TakePart, 111),
    ];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<DisclosureCatalogue>();
        services.AddScoped<IMicrositeSection, LatestDisclosuresSection>();
        services.AddContentHandler<DisclosureIndexHandler>();
        services.AddScoped<PublicationGrounds>();
        services.AddScoped<ApprovalLog>();
        services.AddScoped<DisclosureDesk>();
        services.AddScoped<AdvanceDisclosure>();
        services.AddContentHandler<ApprovalHandler>();
        services.AddRecipeStep<DemoApprovalsStep>();
    }
}
