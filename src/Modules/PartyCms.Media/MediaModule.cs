using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel;
using PartyCms.Kernel.Modularity;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;
using PartyCms.Media.Api;
using PartyCms.Media.Covers;
using PartyCms.Media.Files;
using PartyCms.Media.Folders;
using PartyCms.Media.Library;
using PartyCms.Media.Resizing;
using PartyCms.Media.Storage;
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
    public override IReadOnlyList<AdminMenuItem> AdminMenu =>
    [
        new("内容", "图片与文件", "/admin/media", "images", MediaPermissions.Upload, 190),
    ];

    /// <inheritdoc />
    public override void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<MediaFolders>();
        services.AddSingleton<IMediaStore, DiskMediaStore>();
        services.AddSingleton<FileCleaning>();
        services.AddSingleton<ImageResizer>();
        services.AddScoped<MediaPlaces>();
        services.AddScoped<ListMedia>();
        services.AddScoped<UploadMedia>();
        services.AddScoped<MoveMedia>();
        services.AddScoped<DescribeMedia>();
        services.AddScoped<DeleteMedia>();
        services.AddScoped<FindUsage>();
        services.AddContentHandler<IndexMediaUsage>();
        services.AddContentHandler<RequireAltText>();
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
    }
}
