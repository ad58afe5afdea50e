using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Contents.Api;
using PartyCms.Contents.Comparison;
using PartyCms.Contents.Defining;
using PartyCms.Contents.Desk;
using PartyCms.Contents.Display;
using PartyCms.Contents.Editing;
using PartyCms.Contents.Editing.Defined;
using PartyCms.Contents.History;
using PartyCms.Contents.Organizing;
using PartyCms.Contents.Presence;
using PartyCms.Contents.Samples;
using PartyCms.Contents.Scheduling;
using PartyCms.Kernel;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents;

/// <summary>The desk of everybody who writes: lists, editor, publishing, and the content API.</summary>
public sealed class ContentsModule : CmsModule
{
    /// <inheritdoc />
    public override string Name => "Contents";

    /// <inheritdoc />
    public override IReadOnlyList<string> Dependencies => ["Organization"];

    /// <inheritdoc />
    public override IReadOnlyList<Permission> Permissions => [.. ContentApiPermissions.All, .. OrganizingPermissions.All];

    /// <inheritdoc />
    public override IReadOnlyList<ContentType> ContentTypes => StandardTypes.All;

    /// <inheritdoc />
    public override IReadOnlyList<AdminMenuItem> AdminMenu =>
    [
        .. OrganizingMenu.All,
        new("内容", "其他内容", "/admin/content/other", "collection", KernelPermissions.EditContent, 140),
        new("系统", "内容类型", "/admin/types", "diagram-2", KernelPermissions.DefineContent, 900),
    ];

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapContentApi();
        endpoints.MapPicker();
    }

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddContentApi();
        services.AddRecipeStep<SampleContentStep>();
        services.AddScoped<ContentList>();
        services.AddScoped<ReadDeskOverview>();
        services.AddScoped<FindEditedItem>();
        services.AddScoped<BranchChoice>();
        services.AddScoped<SaveEdited>();
        services.AddScoped<FindVersion>();
        services.AddScoped<ScheduledContent>();
        services.AddScoped<ItemEvents>();
        services.AddScoped<WhoIsEditing>();
        services.AddScoped<VersionHistory>();
        services.AddScoped<RestoreVersion>();
        services.AddScoped<CompareVersions>();
        services.AddOrganizing();
        services.AddScoped<PlanEditor>();
        services.AddScoped<DefinedFields>();
        services.AddScoped<FieldChoices>();
        services.AddScoped<ChosenPeople>();
        services.AddScoped<SaveDefinitions>();
        services.AddScoped<SettingChoices>();
        services.AddScoped<DescribeFields>();
        services.AddScoped<DescribeContent>();
        services.AddScoped<ListedItems>();
        services.AddContentHandler<ListPages>();
        services.Configure<RazorPagesOptions>(options => options.Conventions.AddPageRouteModelConvention("/Display/Item", StandBehind));
    }

    // Its route is only its place among the pages: it is asked when nothing else answers.
    private static void StandBehind(PageRouteModel page)
    {
        foreach (var selector in page.Selectors)
        {
            selector.EndpointMetadata.Add(new FallbackPageAttribute());
        }
    }
}
