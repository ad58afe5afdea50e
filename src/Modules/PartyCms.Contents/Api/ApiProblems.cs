using Microsoft.AspNetCore.Http.HttpResults;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Api;

/// <summary>The refusals of the content API. Those that clients of Orchard Core know keep their shape.</summary>
internal static class ApiProblems
{
    public static ProblemHttpResult Validation(IEnumerable<ContentProblem> problems) => CommonProblems.Validation(problems
        .GroupBy(problem => problem.WirePath, problem => problem.WireMessage ?? problem.Message, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal));

    public static ProblemHttpResult Validation(string path, string message) => CommonProblems.Validation(path, message);

    public static ProblemHttpResult BadBody(string detail) => CommonProblems.BadBody.With(detail);

    public static ProblemHttpResult UnsupportedMediaType() =>
        CommonProblems.UnsupportedMediaType.With("Send the body as application/json in UTF-8.");

    public static ProblemHttpResult TooLarge(int largest) => CommonProblems.TooLarge.With(
        FormattableString.Invariant($"A content item has at most {largest} bytes. Upload pictures and files as media."));

    public static ProblemHttpResult NotFound(string detail) => CommonProblems.NotFound.With(detail);

    public static ProblemHttpResult NoSuchItem() =>
        NotFound("There is no such content item, or you may not see it.");

    public static ProblemHttpResult Conflict() => CommonProblems.EditConflict.With(
        "Nothing was changed. Read the item again, apply your change to it and post it again.");

    public static ProblemHttpResult PreconditionFailed() => CommonProblems.PreconditionFailed.With(
        "If-Match or If-None-Match does not hold for the latest version. Nothing was changed. "
        + "Read the item again and apply your change to it.");

    public static ProblemHttpResult NotPossible(string detail) => CommonProblems.NotPossible.With(detail);
}
