using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PartyCms.Kernel.Security;
using PartyCms.Media.Files;

namespace PartyCms.Media.Api;

/// <summary>
/// The media API, with the names of Orchard Core 4. It sees and changes what the client's permission to upload reaches;
/// everything else is not there.
/// </summary>
internal static class MediaApiEndpoints
{
    private const string AboutPath = "A path begins with the slug of a unit, or with `_site` for the platform, such as `qinghe/2026`. "
        + "Without one the client's own unit is meant.";

    public static void MapMediaApi(this IEndpointRouteBuilder endpoints)
    {
        var media = endpoints.MapGroup("/api/media").WithTags("Media").RequireApiPermission(MediaPermissions.Upload)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound);

        media.MapPost("/Upload", UploadFiles.Run).WithName("UploadMediaFiles")
            .WithSummary("Upload files in one request")
            .WithDescription("Multipart form with any number of files; a field `mediaText` says what the pictures show. Each file gets an "
                + "entry in the answer, with `error` where it was not taken. The same content sent twice is one file. " + AboutPath)
            .Accepts<IFormFileCollection>("multipart/form-data", ApiAuthentication.AnyMediaType)
            .WithMetadata(new RequestSizeLimitAttribute(MediaLimits.LargestFormRequest))
            .WithMetadata(new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MediaLimits.LargestFormRequest })
            .DisableAntiforgery()
            .Produces<UploadDocument>()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status415UnsupportedMediaType);

        media.MapGet("/GetMediaItems", ReadFiles.ListAsync).WithName("ListMediaFiles")
            .WithSummary("List the files of a folder")
            .WithDescription("Newest first, at most `take` (1 to 500, default 100). A header `Link` with `rel=\"next\"` leads to the rest. "
                + "`extensions` keeps only some, such as `.jpg,.png`. " + AboutPath)
            .Produces<IReadOnlyList<MediaEntry>>().ProducesValidationProblem();
        media.MapGet("/GetMediaItem", ReadFiles.GetAsync).WithName("GetMediaFile")
            .WithSummary("Read what is known of one file").WithDescription("`path` is the file's `filePath`.")
            .Produces<MediaEntry>();
        media.MapPost("/MoveMedia", ChangeFiles.MoveAsync).WithName("MoveMediaFile")
            .WithSummary("Move or rename a file")
            .WithDescription("`oldPath` is the file's `filePath`, `newPath` the folder and the name it is to have, such as "
                + "`qinghe/2026/picture.jpg`. The public address stays as it is.")
            .Produces<MediaEntry>().ProducesValidationProblem();
        media.MapPost("/DeleteMedia", ChangeFiles.DeleteAsync).WithName("DeleteMediaFile")
            .WithSummary("Delete a file")
            .WithDescription("`path` is the file's `filePath`. A file that content shows stays, unless `force=true` comes from who may.")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status409Conflict);

        media.MapGet("/GetFolders", ReadFolders.RunAsync).WithName("ListMediaFolders")
            .WithSummary("List folders")
            .WithDescription("Without `path` the units the client writes for, with one the folders in it, by name. `skip` and `take` page.")
            .Produces<FoldersDocument>().ProducesValidationProblem();
        media.MapPost("/CreateFolder", ChangeFolders.CreateAsync).WithName("CreateMediaFolder")
            .WithSummary("Make a folder").WithDescription("It stands in `path` and is called `name`. " + AboutPath)
            .Produces<MediaEntry>().ProducesValidationProblem().ProducesProblem(StatusCodes.Status409Conflict);
        media.MapPost("/DeleteFolder", ChangeFolders.DeleteAsync).WithName("DeleteMediaFolder")
            .WithSummary("Delete an empty folder")
            .Produces(StatusCodes.Status200OK).ProducesProblem(StatusCodes.Status409Conflict);
    }
}
