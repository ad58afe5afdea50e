using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace PartyCms.Themes.Microsite;

/// <summary>Addresses of the theme's own files that hold a hash of their content, so that browsers may keep them for good.</summary>
internal static class StaticAssetUrl
{
    private const string Folder = "_content/PartyCms.Themes.Microsite/";

    /// <summary>The address of a file under <c>wwwroot</c>, such as <c>icons.svg</c>.</summary>
    public static string Of(HttpContext http, string file) => OfPath(http, Folder + file);

    /// <summary>The address of any module's file by its path, such as <c>_content/PartyCms.WeChat/js/wechat.js</c>.</summary>
    public static string OfPath(HttpContext http, string path)
    {
        var assets = http.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return $"{http.Request.PathBase}/{assets?[path] ?? path}";
    }
}
