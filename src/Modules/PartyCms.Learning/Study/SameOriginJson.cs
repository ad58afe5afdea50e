using PartyCms.Kernel.Web;

namespace PartyCms.Learning.Study;

/// <summary>
/// Guards calls that a cookie signs against other sites. The body must be JSON, which no form of another site can send
/// and no script of one without asking first, and an <c>Origin</c>, where the browser tells it, must be ours. The
/// antiforgery token guards the forms; programs of the member's own would have to read it out of a page.
/// </summary>
internal sealed class SameOriginJson : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (!request.HasJsonContentType())
        {
            return CommonProblems.UnsupportedMediaType.With("Send the body as application/json in UTF-8.");
        }

        var origin = request.Headers.Origin.ToString();
        var isOurs = origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from)
                && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
        return isOurs
            ? await next(context)
            : LearningProblems.ForeignOrigin.With("The Origin header names another site.");
    }
}
