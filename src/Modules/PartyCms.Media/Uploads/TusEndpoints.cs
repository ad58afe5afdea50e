using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;
using PartyCms.Media.Files;

namespace PartyCms.Media.Uploads;

/// <summary>
/// Uploads that can be taken up again, by the tus protocol 1.0 (core, creation, expiration, termination): for the
/// signed-in person below <c>/admin</c>, for API clients below <c>/api</c>. <c>GET</c> of a finished upload tells the file.
/// </summary>
internal static class TusEndpoints
{
    private const string Version = "1.0.0";

    public static void MapTus(this IEndpointRouteBuilder endpoints)
    {
        var desk = endpoints.MapGroup("/admin/media/uploads").RequireAuthorization(MediaPermissions.Upload)
            .DisableAntiforgery().ExcludeFromDescription().AddEndpointFilter(RefuseForgeryAsync);
        Map(desk, "Desk");
        Map(endpoints.MapGroup("/api/media/uploads").WithTags("Media").RequireApiPermission(MediaPermissions.Upload), "Api");
    }

    private static void Map(RouteGroupBuilder group, string owner)
    {
        group.AddEndpointFilter(SpeakTusAsync);
        group.MapMethods("/", ["OPTIONS"], Describe).WithName(owner + "DescribeUploads").ExcludeFromDescription();
        group.MapPost("/", CreateUpload.RunAsync).WithName(owner + "CreateUpload")
            .WithSummary("Announce a file that comes in pieces (tus 1.0)")
            .WithDescription("`Upload-Length` holds its bytes, `Upload-Metadata` the base64 of `filename`, `alt` and `path`. "
                + "`Location` of the answer is where the pieces go.")
            .Produces(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status429TooManyRequests);
        group.MapMethods("/{id:guid}", ["HEAD"], ReadUpload.HeadAsync).WithName(owner + "MeasureUpload")
            .WithSummary("Ask how much of an upload is there").Produces(StatusCodes.Status200OK)
            .Produces(StatusCodes.Status404NotFound).Produces(StatusCodes.Status412PreconditionFailed);
        group.MapGet("/{id:guid}", ReadUpload.GetAsync).WithName(owner + "GetUpload").WithMetadata(new GetOnly())
            .WithSummary("Read the file that a finished upload became").Produces<UploadedMedia>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPatch("/{id:guid}", AppendUpload.RunAsync).WithName(owner + "AppendUpload")
            .WithMetadata(new RequestSizeLimitAttribute(MediaLimits.LargestFile))
            .WithSummary("Send the next piece of an upload")
            .WithDescription("`Upload-Offset` says where it begins. The last piece makes the file; a file that is refused ends the upload.")
            .Accepts<byte[]>(AppendUpload.PieceType, ApiAuthentication.AnyMediaType)
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed).ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status423Locked);
        group.MapDelete("/{id:guid}", ReadUpload.DeleteAsync).WithName(owner + "DeleteUpload")
            .WithSummary("Give an upload up").Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed);
    }

    private static IResult Describe(HttpResponse response)
    {
        response.Headers["Tus-Version"] = Version;
        response.Headers["Tus-Extension"] = "creation,expiration,termination";
        response.Headers["Tus-Max-Size"] = MediaLimits.LargestFile.ToString(CultureInfo.InvariantCulture);
        return TypedResults.NoContent();
    }

    private static async ValueTask<object?> SpeakTusAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        response.Headers["Tus-Resumable"] = Version;
        response.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsOptions(request.Method) && !HttpMethods.IsGet(request.Method) && request.Headers["Tus-Resumable"] != Version)
        {
            response.Headers["Tus-Version"] = Version;
            return UploadProblems.Problem(
                StatusCodes.Status412PreconditionFailed, "tus-version", "请刷新页面再传。 (Tus-Resumable must be 1.0.0.)");
        }

        return await next(context);
    }

    // Checked here and not by the middleware, so that whoever stayed on a page too long is told so.
    private static async ValueTask<object?> RefuseForgeryAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || HttpMethods.IsOptions(http.Request.Method);
        var antiforgery = http.RequestServices.GetRequiredService<IAntiforgery>();
        return reads || await antiforgery.IsRequestValidAsync(http) ? await next(context) : UploadProblems.Expired();
    }
}
