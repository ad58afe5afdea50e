using Microsoft.AspNetCore.Mvc.RazorPages;
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
    public static bool TryTake(HttpContext http)
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

        // Pages are compiled with the site, so this endpoint bears the attributes of its model, not only its route.
        request.RouteValues["page"] = page.Metadata.GetRequiredMetadata<PageActionDescriptor>().ViewEnginePath;
        request.RouteValues["path"] = path;
        http.SetEndpoint(page);
        return true;
    }

    private static Endpoint? Find(HttpContext http) => http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints
        .FirstOrDefault(endpoint => endpoint.Metadata.GetMetadata<FallbackPageAttribute>() is not null);
}
