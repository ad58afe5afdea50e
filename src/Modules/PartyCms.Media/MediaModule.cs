using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PartyCms.Kernel;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;
using PartyCms.Media.Api;
using PartyCms.Media.Contracts;
using PartyCms.Media.Covers;
using PartyCms.Media.Exporting;
using PartyCms.Media.Files;
using PartyCms.Media.Folders;
using PartyCms.Media.Importing;
using PartyCms.Media.Library;
using PartyCms.Media.Resizing;
using PartyCms.Media.Storage;
using PartyCms.Media.Uploads;
using PartyCms.Media.Usage;

namespace PartyCms.Media;

/// <summary>Pictures and files: upload, serving, smaller variants of pictures, and drawn covers.</summary>
public sealed class MediaModule : CmsModule
{
    /// <inheritdoc />
    public override string Name => "Media";

    /// <inheritdoc />
    public override IReadOnlyList<string> Dependencies => ["Organization"];

    /// <inheritdoc />
    public override IReadOnlyList<Permission> Permissions => MediaPermissions.All;

    /// <inheritdoc />
    public override IReadOnlyList<ProblemKind> Problems => MediaProblems.All;

    /// <inheritdoc />
    public override IReadOnlyList<AdminMenuItem> AdminMenu =>
    [
        new("内容", "图片与文件", "/admin/media", "images", MediaPermissions.Upload, 190),
    ];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<MediaFolders>();
        services.AddOptions<MediaOptions>().BindConfiguration(MediaOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MediaOptions>, MediaOptionsValidation>();
        services.AddSingleton<MediaCache>();
        services.AddSingleton<IMediaStore>(provider =>
            provider.GetRequiredService<IOptions<MediaOptions>>().Value.Storage == MediaOptions.S3Storage
                ? ActivatorUtilities.CreateInstance<S3MediaStore>(provider)
                : ActivatorUtilities.CreateInstance<DiskMediaStore>(provider));
        services.AddSingleton<UnsettledFiles>();
        services.AddHostedService(provider => provider.GetRequiredService<UnsettledFiles>());
        services.AddSingleton<FileCleaning>();
        services.AddSingleton<ImageResizer>();
        services.AddSingleton<PictureConversion>();
        services.AddSingleton(provider => new PictureExport(
            provider.GetRequiredService<IMediaStore>(),
            provider.GetRequiredService<MediaFolders>(),
            provider.GetRequiredService<PictureConversion>()));
        services.AddScoped<MediaPlaces>();
        services.AddScoped<ListMedia>();
        services.AddScoped<UploadMedia>();
        services.AddSingleton<UploadParts>();
        services.AddScoped<StartUpload>();
        services.AddScoped<FindUpload>();
        services.AddScoped<AppendPiece>();
        services.AddScoped<FinishUpload>();
        services.AddScheduledJob<ExpireUploads>();
        services.AddScoped<MoveMedia>();
        services.AddScoped<DescribeMedia>();
        services.AddScoped<DeleteMedia>();
        services.AddScoped<FindUsage>();
        services.AddContentHandler<IndexMediaUsage>();
        services.AddContentHandler<RequireAltText>();
        services.AddRecipeStep<MediaStep>();
        services.AddRecipeExport<MediaExport>();
        services.AddScoped<CreateFolder>();
        services.AddScoped<MoveFolder>();
        services.AddScoped<DeleteFolder>();
    }

    /// <inheritdoc />
    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapUpload();
        endpoints.MapCovers();
        endpoints.MapFiles();
        endpoints.MapPicker();
        endpoints.MapMediaApi();
        endpoints.MapTus();
    }
}
