using Microsoft.Extensions.DependencyInjection;
using PartyCms.Contents.Contracts;
using PartyCms.Contents.Organizing.Columns;
using PartyCms.Contents.Organizing.Lists;
using PartyCms.Contents.Organizing.Menus;
using PartyCms.Contents.Organizing.Outlines;
using PartyCms.Contents.Organizing.Redirects;
using PartyCms.Contents.Organizing.Taxonomies;
using PartyCms.Kernel;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Organizing;

internal static class OrganizingServices
{
    public static IServiceCollection AddOrganizing(this IServiceCollection services)
    {
        services.AddScoped<RedirectList>();
        services.AddScoped<AddRedirect>();
        services.AddScoped<DeleteRedirect>();

        services.AddContentHandler<ColumnHandler>();
        services.AddRecipeStep<ColumnsStep>();
        services.AddScoped<ContentColumns>();
        services.AddScoped<ReadColumnStatus>();
        services.AddScoped<ColumnChoice>();
        services.AddScoped<SaveColumn>();
        services.AddScoped<MoveColumn>();
        services.AddScoped<DeleteColumn>();

        services.AddContentHandler<TaxonomyHandler>();
        services.AddScoped<SaveTree>();
        services.AddScoped<AddTaxonomy>();
        services.AddScoped<TermPages>();
        services.AddScoped<DescribeTerm>();

        services.AddContentHandler<ListHandler>();
        services.AddScoped<ListChildren>();
        services.AddScoped<ArrangeList>();
        services.AddScoped<MoveToList>();

        services.AddContentHandler<MenuHandler>();
        services.AddScoped<IMicrositeMenu, ReadMenu>();
        services.AddScoped<AddMenu>();
        services.AddScoped<MenuTargets>();
        return services;
    }
}
