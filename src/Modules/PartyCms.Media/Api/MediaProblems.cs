using Microsoft.AspNetCore.Http.HttpResults;
using PartyCms.Kernel.Web;
using PartyCms.Media.Folders;
using PartyCms.Media.Usage;

namespace PartyCms.Media.Api;

/// <summary>Refusals of the media API (RFC 9457); the types are told in docs/api/problems.md.</summary>
internal static class MediaProblems
{
    private const string BadRequestType = "https://tools.ietf.org/html/rfc9110#section-15.5.1";

    public static ProblemKind FolderNotEmpty { get; } = new(
        "folder-not-empty", StatusCodes.Status409Conflict, "The folder is not empty",
        "文件夹里还有文件或下级文件夹。", "先把里面的移走或删除。");

    public static ProblemKind MediaInUse { get; } = new(
        "media-in-use", StatusCodes.Status409Conflict, "The file is in use",
        "有内容正在用这个文件。usedIn 列出标题，hidden 是另外还有几处。", "先在那些内容里换掉它；有权限的可以加 force=true 强行删除。");

    public static IReadOnlyList<ProblemKind> All { get; } = [FolderNotEmpty, MediaInUse];

    public static ProblemHttpResult NoFolder() => CommonProblems.NotFound.With("There is no such folder, or you may not see it.");

    public static ProblemHttpResult NoFile() => CommonProblems.NotFound.With("There is no such file, or you may not see it.");

    public static ProblemHttpResult NotMultipart() => CommonProblems.UnsupportedMediaType.With("Send the files as multipart/form-data.");

    public static ProblemHttpResult TooLarge(long most) => CommonProblems.TooLarge.With(
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
        FolderVerdict.NotEmpty => FolderNotEmpty.With("Move or delete what is in it first."),
        _ => CommonProblems.EditConflict.With("Nothing was changed. Try again."),
    };

    public static ProblemHttpResult InUse(MediaUses uses)
    {
        var details = MediaInUse.Details("Content shows it. Take it out there first, or pass force=true if you may.");
        details.Extensions["usedIn"] = uses.Items.Select(use => use.Title).ToArray();
        details.Extensions["hidden"] = uses.Hidden;
        return TypedResults.Problem(details);
    }
}
