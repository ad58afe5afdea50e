using System.Diagnostics;
using System.Globalization;
using PartyCms.Media.Files;

namespace PartyCms.Media.Uploads;

/// <summary>Answers a piece.</summary>
internal static class AppendUpload
{
    public const string PieceType = "application/offset+octet-stream";

    public static async Task<IResult> RunAsync(Guid id, HttpContext http, AppendPiece append)
    {
        var (request, response) = (http.Request, http.Response);
        if (request.ContentType != PieceType)
        {
            return UploadProblems.Problem(StatusCodes.Status415UnsupportedMediaType, "piece-type", $"请刷新页面再传。 ({PieceType})");
        }

        if (!long.TryParse(request.Headers["Upload-Offset"], NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
        {
            return UploadProblems.Problem(StatusCodes.Status400BadRequest, "no-offset", "请刷新页面再传。 (Upload-Offset)");
        }

        switch (await append.RunAsync(id, offset, request.Body, http.RequestAborted))
        {
            case AppendOutcome.Kept(var upload):
                ReadUpload.Tell(response, upload);
                return TypedResults.NoContent();
            case AppendOutcome.WrongOffset(var received):
                response.Headers["Upload-Offset"] = received.ToString(CultureInfo.InvariantCulture);
                return UploadProblems.Problem(StatusCodes.Status409Conflict, "offset", "上传中断过，正在接着传。");
            case AppendOutcome.Busy:
                return UploadProblems.Problem(StatusCodes.Status423Locked, "busy", "这个文件正在上传，请稍等。");
            case AppendOutcome.TooLong:
                return UploadProblems.Problem(StatusCodes.Status413PayloadTooLarge, "too-long", "文件在上传时变了，请重新选择。");
            case AppendOutcome.Refused(var why):
                return UploadProblems.Refused(why);
            case AppendOutcome.NoPlace:
                return UploadProblems.NoPlace();
            case AppendOutcome.Missing:
                return ReadUpload.NotThere();
            default:
                throw new UnreachableException();
        }
    }
}
