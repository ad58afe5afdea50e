using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Contents.Desk;
using PartyCms.Contents.Samples;
using PartyCms.Kernel;
using PartyCms.Kernel.Modularity;

namespace PartyCms.Contents;

/// <summary>The desk of everybody who writes: lists, editor, publishing, and the content API.</summary>
public sealed class ContentsModule : CmsModule
{
    /// <inheritdoc />
    public override string Name => "Contents";

    /// <inheritdoc />
    public override IReadOnlyList<string> Dependencies => ["Organization"];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddRecipeStep<SampleContentStep>();
        services.AddScoped<ContentList>();
        services.AddScoped<ReadDeskOverview>();
    }
}
