using PartyCms.Kernel.Web;

namespace PartyCms.Web.Pipeline;

/// <summary>
/// What answers GET answers HEAD (RFC 9110, section 9.3.2): supervisors, feed readers and checkers of links ask so. Pages
/// do it by themselves; the server leaves the body out.
/// </summary>
internal static class HeadRequests
{
    /// <summary>The same endpoints, each with HEAD beside GET.</summary>
    public static IEndpointRouteBuilder WithHead(this IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("");
        ((IEndpointConventionBuilder)group).Finally(AddHead);
        return group;
    }

    private static void AddHead(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.Any(data => data is GetOnly))
        {
            return;
        }

        for (var i = 0; i < endpoint.Metadata.Count; i++)
        {
            if (endpoint.Metadata[i] is HttpMethodMetadata { HttpMethods: ["GET"] })
            {
                endpoint.Metadata[i] = new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]);
            }
        }
    }
}
