using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace PartyCms.Web.Pipeline;

/// <summary>
/// Compression stands inside the output cache: a page is compressed once and the compressed bytes are kept, so that a
/// slow setting costs nothing later.
/// </summary>
internal static class PublicPageCompression
{
    public static void AddPublicPageCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
            options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/atom+xml", "application/rss+xml", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }
}
