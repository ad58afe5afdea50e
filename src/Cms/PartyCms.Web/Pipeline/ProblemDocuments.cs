using Microsoft.Net.Http.Headers;
using PartyCms.Kernel.Web;

namespace PartyCms.Web.Pipeline;

/// <summary>
/// Problem documents of refusals that the server or the framework gives before an endpoint is asked: they get the same
/// types as ours, and a word on what to do.
/// </summary>
internal static class ProblemDocuments
{
    public static void Complete(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Type?.StartsWith(ProblemKind.PathPrefix, StringComparison.Ordinal) == true || problem.Detail is not null)
        {
            return;
        }

        switch (problem.Status)
        {
            case StatusCodes.Status400BadRequest:
                problem.Detail = "A parameter of the address, or the body, is not of the kind that the operation takes; see /docs/api.";
                break;
            case StatusCodes.Status401Unauthorized:
                AskForSignIn(context.HttpContext.Response);
                problem.Title = "Authentication required";
                problem.Detail = "This is for a signed-in person. Sign in at /account/login; a token of an API client counts nothing here.";
                break;
            case StatusCodes.Status404NotFound:
                problem.Detail = "There is no such address; see /docs/api.";
                break;
            case StatusCodes.Status405MethodNotAllowed:
                problem.Detail = "The address does not know this method. The header Allow names those it knows.";
                break;
            case StatusCodes.Status413PayloadTooLarge:
                Become(problem, CommonProblems.TooLarge, "The body is larger than the operation takes.");
                break;
            case StatusCodes.Status415UnsupportedMediaType:
                Become(problem, CommonProblems.UnsupportedMediaType, "The operation does not read bodies of this Content-Type; see /docs/api.");
                break;
        }
    }

    private static void Become(Microsoft.AspNetCore.Mvc.ProblemDetails problem, ProblemKind kind, string detail)
    {
        problem.Type = kind.Type;
        problem.Title = kind.Title;
        problem.Detail = detail;
    }

    // Every 401 names a way in (RFC 9110, section 15.5.2); the one of our pages has no registered name.
    private static void AskForSignIn(HttpResponse response)
    {
        if (!response.HasStarted && !response.Headers.ContainsKey(HeaderNames.WWWAuthenticate))
        {
            response.Headers.WWWAuthenticate = "Cookie form-action=\"/account/login\"";
        }
    }
}
