using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace PartyCms.Benchmarks.Pages;

/// <summary>The least a server on this framework can do: the same bytes from memory, no routing, no middleware.</summary>
internal static class BareKestrel
{
    /// <summary>Serves each file of a folder under its name, with the length as the only header.</summary>
    public static async Task<int> RunAsync(string port, string folder)
    {
        var pages = Directory.GetFiles(folder).ToDictionary(
            file => "/" + Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:" + port);
        await using var app = builder.Build();
        app.Run(http =>
        {
            var page = pages[http.Request.Path.Value!];
            http.Response.ContentLength = page.Length;
            http.Response.ContentType = "text/html; charset=utf-8";
            return http.Response.Body.WriteAsync(page).AsTask();
        });
        await app.RunAsync();
        return 0;
    }
}
