using System.Text;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Web;

namespace PartyCms.Web.Pipeline;

/// <summary>
/// Turns whole pages into Traditional characters for readers who chose them. It stands inside the output cache, so each
/// page is converted once. Links survive because their paths are percent-encoded (PublicPath).
/// </summary>
internal static class ScriptConversion
{
    public static void UseScriptConversion(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (DisplayPreferences.Of(http.Request).Script != "hant"
            || http.Request.Path.StartsWithSegments("/admin", StringComparison.OrdinalIgnoreCase)
            || http.Request.Path.StartsWithSegments("/media", StringComparison.OrdinalIgnoreCase)
            || ExceptionPages.IsProgram(http.Request.Path))
        {
            await next(http);
            return;
        }

        var body = http.Response.Body;
        using var buffer = new MemoryStream();
        http.Response.Body = buffer;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }

        buffer.Position = 0;
        if (http.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true)
        {
            var page = Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
            http.Response.ContentLength = null;
            await http.Response.WriteAsync(ChineseScript.ToTraditional(page), http.RequestAborted);
        }
        else
        {
            await buffer.CopyToAsync(body, http.RequestAborted);
        }
    });
}
