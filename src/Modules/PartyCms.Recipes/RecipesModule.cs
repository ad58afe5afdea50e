using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;
using PartyCms.Recipes.Exporting;
using PartyCms.Recipes.Importing;
using PartyCms.Recipes.Keeping;
using PartyCms.Recipes.Steps;

namespace PartyCms.Recipes;

/// <summary>Brings recipe files in and gives the site's content out, in the form of Orchard Core.</summary>
public sealed class RecipesModule : CmsModule
{
    /// <inheritdoc />
    public override string Name => "Recipes";

    /// <inheritdoc />
    public override IReadOnlyList<Permission> Permissions => RecipesPermissions.All;

    /// <inheritdoc />
    public override IReadOnlyList<ProblemKind> Problems => RecipeProblems.All;

    /// <inheritdoc />
    public override IReadOnlyList<AdminMenuItem> AdminMenu =>
    [
        new("系统", "导入与导出", "/admin/recipes", "box-arrow-in-down", RecipesPermissions.Import, 925),
    ];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration) => services.AddScoped<PutDefinitions>()
        .AddRecipeStep<ContentDefinitionStep>()
        .AddRecipeStep<ReplaceContentDefinitionStep>()
        .AddRecipeStep<DeleteContentDefinitionStep>()
        .AddRecipeStep<ContentStep>()
        .AddRecipeStep<FeatureStep>()
        .AddRecipeStep<SettingsStep>()
        .AddRecipeStep<RolesStep>()
        .AddRecipeStep<OtherStep>()
        .AddScoped<KeptDocuments>()
        .AddScoped<HeldRecipes>()
        .AddRecipeExport<DefinitionExport>()
        .AddRecipeExport<SiteExport>()
        .AddRecipeExport<ContentExport>();

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        RecipeEndpoints.Map(endpoints);
        ExportEndpoint.Map(endpoints);
    }
}
