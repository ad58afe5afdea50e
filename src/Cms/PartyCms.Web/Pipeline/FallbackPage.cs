using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using PartyCms.Kernel.Content.Permalinks;
using PartyCms.Kernel.Web;

namespace PartyCms.Web.Pipeline;

/// <summary>
/// Gives an address that has no route to the page that knows the items standing at addresses of their own. Doing it here
/// and not by a route of lowest order keeps the 404 and 405 answers of all others as they are.
/// </summary>
internal static class FallbackPage
{
    /// <summary>Lets the fallback page answer; false where the address cannot be one of an item.</summary>
    public static async ValueTask<bool> TryTakeAsync(HttpContext http)
    {
        var request = http.Request;
        if ((!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            || ExceptionPages.IsProgram(request.Path)
            || request.Path.Value?.Trim('/') is not { Length: > 0 } path
            || PermalinkRules.Check(path) is not null
            || Find(http) is not { } page)
        {
            return false;
        }

        // A page is known whole, with the attributes of its model, only once it is loaded; the loader remembers it.
        var descriptor = page.Metadata.GetRequiredMetadata<PageActionDescriptor>();
        var loaded = await http.RequestServices.GetRequiredService<PageLoader>().LoadAsync(descriptor, page.Metadata);
        request.RouteValues["page"] = loaded.ViewEnginePath;
        request.RouteValues["path"] = path;
        http.SetEndpoint(loaded.Endpoint);
        return true;
    }

    private static Endpoint? Find(HttpContext http) => http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints
        .FirstOrDefault(endpoint => endpoint.Metadata.GetMetadata<FallbackPageAttribute>() is not null);
}
