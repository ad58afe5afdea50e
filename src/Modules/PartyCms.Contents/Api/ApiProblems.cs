using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PartyCms.Kernel.Content;

namespace PartyCms.Contents.Api;

/// <summary>
/// The refusals of the content API (RFC 9457). Those that clients of Orchard Core know keep their shape; our own have
/// a type below <c>/problems/</c>, told in docs/api/problems.md.
/// </summary>
internal static class ApiProblems
{
    private const string BadRequestType = "https://tools.ietf.org/html/rfc9110#section-15.5.1";

    public static ProblemHttpResult Validation(IEnumerable<ContentProblem> problems)
    {
        var byPath = problems
            .GroupBy(problem => problem.Path, problem => problem.WireMessage ?? problem.Message, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        return TypedResults.Problem(new HttpValidationProblemDetails(byPath)
        {
            Type = BadRequestType,
            Status = StatusCodes.Status400BadRequest,
            Detail = string.Join(", ", byPath.Values.SelectMany(messages => messages)),
        });
    }

    public static ProblemHttpResult Validation(string path, string message) => Validation([new ContentProblem(path, message)]);

    public static ProblemHttpResult BadBody(string detail) =>
        Problem(StatusCodes.Status400BadRequest, "bad-body", "The body cannot be read", detail);

    public static ProblemHttpResult UnsupportedMediaType() => Problem(
        StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "Unsupported media type",
        "Send the body as application/json in UTF-8.");

    public static ProblemHttpResult TooLarge(int largest) => Problem(
        StatusCodes.Status413PayloadTooLarge, "too-large", "The body is too large",
        FormattableString.Invariant($"A content item has at most {largest} bytes. Upload pictures and files as media."));

    public static ProblemHttpResult NotFound(string detail) =>
        Problem(StatusCodes.Status404NotFound, "not-found", "Not found", detail);

    public static ProblemHttpResult NoSuchItem() =>
        NotFound("There is no such content item, or you may not see it.");

    public static ProblemHttpResult Conflict() => Problem(
        StatusCodes.Status409Conflict, "edit-conflict", "Someone else saved in between",
        "Nothing was changed. Read the item again, apply your change to it and post it again.");

    public static ProblemHttpResult PreconditionFailed() => Problem(
        StatusCodes.Status412PreconditionFailed, "precondition-failed", "The item has changed",
        "If-Match names another version than the latest. Nothing was changed. Read the item again and apply your change to it.");

    public static ProblemHttpResult NotPossible(string detail) =>
        Problem(StatusCodes.Status409Conflict, "not-possible", "Not possible in this state", detail);

    private static ProblemHttpResult Problem(int status, string name, string title, string detail) =>
        TypedResults.Problem(new ProblemDetails { Status = status, Type = "/problems/" + name, Title = title, Detail = detail });
}
