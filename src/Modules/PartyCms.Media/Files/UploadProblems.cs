using Microsoft.AspNetCore.Http.HttpResults;

namespace PartyCms.Media.Files;

/// <summary>Refusals of uploads, in words for the person at the phone.</summary>
internal static class UploadProblems
{
    public static ProblemHttpResult Problem(int status, string code, string remedy) => TypedResults.Problem(
        remedy, statusCode: status, title: "文件没有上传", type: "urn:partycms:media:" + code);

    public static ProblemHttpResult Refused(UploadOutcome.Refused refused) => Problem(refused.Status, refused.Code, refused.Remedy);

    public static ProblemHttpResult TooLarge(long most) =>
        Problem(StatusCodes.Status413PayloadTooLarge, UploadOutcome.TooLarge, MediaLimits.TooLarge(most));

    public static ProblemHttpResult Expired() =>
        Problem(StatusCodes.Status400BadRequest, "expired", "页面停留太久，请刷新后再传。");

    public static ProblemHttpResult NoPlace() =>
        Problem(StatusCodes.Status404NotFound, "no-place", "没有这个文件夹，可能刚被删除。请刷新页面再传。");
}
