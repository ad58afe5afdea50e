using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PartyCms.Media.Folders;
using PartyCms.Media.Usage;

namespace PartyCms.Media.Api;

/// <summary>Refusals of the media API (RFC 9457); the types are told in docs/api/problems.md.</summary>
internal static class MediaProblems
{
    private const string BadRequestType = "https://tools.ietf.org/html/rfc9110#section-15.5.1";

    public static ProblemHttpResult NoFolder() => Problem(
        StatusCodes.Status404NotFound, "not-found", "Not found", "There is no such folder, or you may not see it.");

    public static ProblemHttpResult NoFile() => Problem(
        StatusCodes.Status404NotFound, "not-found", "Not found", "There is no such file, or you may not see it.");

    public static ProblemHttpResult NotMultipart() => Problem(
        StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "Unsupported media type",
        "Send the files as multipart/form-data.");

    public static ProblemHttpResult TooLarge(long most) => Problem(
        StatusCodes.Status413PayloadTooLarge, "too-large", "The body is too large",
        FormattableString.Invariant($"One request holds at most {most} bytes. Send a larger file in pieces to /api/media/uploads."));

    public static ProblemHttpResult Invalid(string name, string message) =>
        TypedResults.Problem(new HttpValidationProblemDetails(new Dictionary<string, string[]> { [name] = [message] })
        {
            Type = BadRequestType,
            Status = StatusCodes.Status400BadRequest,
            Detail = message,
        });

    public static ProblemHttpResult Refused(FolderVerdict verdict) => verdict switch
    {
        FolderVerdict.BadName => Invalid("name", FormattableString.Invariant(
            $"A folder's name has 1 to {FolderName.Longest} characters and none of / \\ : * ? \" < > | # %.")),
        FolderVerdict.Taken => Invalid("name", "Cannot create folder because a folder already exists with the same name"),
        FolderVerdict.BadPlace => Invalid("path", FormattableString.Invariant($"Folders stand at most {FolderName.MostDepth} deep.")),
        FolderVerdict.TooMany => Invalid("path", FormattableString.Invariant($"A unit has at most {CreateFolder.Most} folders.")),
        FolderVerdict.NotEmpty => Problem(
            StatusCodes.Status409Conflict, "folder-not-empty", "The folder is not empty", "Move or delete what is in it first."),
        _ => Problem(
            StatusCodes.Status409Conflict, "edit-conflict", "Someone else changed it in between", "Nothing was changed. Try again."),
    };

    public static ProblemHttpResult InUse(MediaUses uses) => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status409Conflict,
        Type = "/problems/media-in-use",
        Title = "The file is in use",
        Detail = "Content shows it. Take it out there first, or pass force=true if you may.",
        Extensions =
        {
            ["usedIn"] = uses.Items.Select(use => use.Title).ToArray(),
            ["hidden"] = uses.Hidden,
        },
    });

    private static ProblemHttpResult Problem(int status, string name, string title, string detail) =>
        TypedResults.Problem(new ProblemDetails { Status = status, Type = "/problems/" + name, Title = title, Detail = detail });
}
