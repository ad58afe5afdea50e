using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PartyCms.Contents.Contracts;
using PartyCms.Kernel;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Settings;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;
using PartyCms.Search.Contracts;
using PartyCms.Search.Feeds;
using PartyCms.Search.Index;
using PartyCms.Search.Queries;

namespace PartyCms.Search;

/// <summary>Finding what is published: full text, feeds, sitemap.</summary>
public sealed class SearchModule : CmsModule
{
    /// <inheritdoc />
    public override string Name => "Search";

    /// <inheritdoc />
    public override IReadOnlyList<string> Dependencies => ["Organization", "Contents"];

    /// <inheritdoc />
    public override IReadOnlyList<AdminMenuItem> AdminMenu =>
    [
        new("系统", "全文检索", "/admin/search", "search", KernelPermissions.Operate, 920),
    ];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IDatabaseProvider>().SearchIndex);
        services.AddScoped<SearchEntries>();
        services.AddScoped(provider => new SearchIndexRebuild(
            provider.GetRequiredService<CmsDbContext>(),
            provider.GetRequiredService<ISearchIndex>(),
            provider.GetRequiredService<SearchEntries>(),
            provider.GetRequiredService<SiteSettings>(),
            provider.GetRequiredService<AuditLog>(),
            provider.GetRequiredService<ILogger<SearchIndexRebuild>>()));
        services.AddScoped<SearchContent>();
        services.AddScoped(provider => new SiteSearch(provider.GetRequiredService<SearchContent>()));
        services.AddScoped<SuggestTitles>();
        services.AddScoped<ShorterQueries>();
        services.AddScoped<FeedWriter>();
        services.AddContentHandler<SearchIndexHandler>();
        services.AddScoped<ReindexItems>();
        services.AddEventSubscriber<OrgUnitRenamed, ReindexRenamedUnit>();
        services.AddEventSubscriber<ColumnRenamed, ReindexRenamedColumn>();
    }

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        SearchEndpoint.Map(endpoints);
        SuggestEndpoint.Map(endpoints);
        FeedEndpoints.Map(endpoints);
        SitemapEndpoints.Map(endpoints);
    }
}
