using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing.Template;

namespace PartyCms.Web.Pipeline;

/// <summary>Which methods an address knows, to tell a wrong method (405) from an address that nobody has (404).</summary>
internal static class KnownMethods
{
    /// <summary>Methods of pages: without a handler of its own any other would be shown the page without its content.</summary>
    public const string OfPages = "GET, HEAD, POST";

    /// <summary>Whether a page is asked by a method that no page has.</summary>
    public static bool AreMissedBy(HttpRequest request, Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null
        && !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method)
        && !HttpMethods.IsPost(request.Method) && !HttpMethods.IsOptions(request.Method);

    /// <summary>
    /// The methods of an API address for <c>Allow</c>, or null where the method is known or there is no such address.
    /// Routing tells this by itself only where no route of files lies behind the address.
    /// </summary>
    public static string? At(HttpContext http)
    {
        var methods = http.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => IsAt(endpoint, http.Request.Path))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [])
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        return methods.Count == 0 || methods.Contains(http.Request.Method, StringComparer.OrdinalIgnoreCase)
            ? null
            : string.Join(", ", methods);
    }

    private static bool IsAt(RouteEndpoint endpoint, PathString path) =>
        ExceptionPages.IsProgram("/" + endpoint.RoutePattern.RawText?.TrimStart('/'))
        && new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(path, []);
}
