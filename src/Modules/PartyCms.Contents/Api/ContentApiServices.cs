using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Contents.Editing;
using PartyCms.Contents.Queries;
using PartyCms.Kernel;

namespace PartyCms.Contents.Api;

/// <summary>Registers and maps the content API.</summary>
internal static class ContentApiServices
{
    public static void AddContentApi(this IServiceCollection services)
    {
        services.AddScoped<SaveContent>();
        services.AddScoped<ListContent>();
        services.AddScoped<StoredQueries>();
        services.AddRecipeStep<StoredQueries>().AddRecipeExport<StoredQueries>();
        services.AddContentHandler<KnownBranch>();
    }

    public static void MapContentApi(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapCleanPaste();
        ContentEndpoints.Map(endpoints);
        LifecycleEndpoints.Map(endpoints);
        HistoryEndpoints.Map(endpoints);
        QueryEndpoints.Map(endpoints);
    }
}
