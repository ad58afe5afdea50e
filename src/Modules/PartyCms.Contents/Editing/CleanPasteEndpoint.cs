using System.Text;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Text;

namespace PartyCms.Contents.Editing;

/// <summary>
/// Cleans what was pasted from Word, WeChat or a page, by the rules that hold when it is stored, so that a writer sees at
/// once what readers will see. Nothing is stored.
/// </summary>
internal static class CleanPasteEndpoint
{
    // A document with its pictures inside; they are dropped, but they come along.
    private const int MostBytes = 8 * 1024 * 1024;

    public static void MapCleanPaste(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/admin/content/clean", CleanAsync)
            .WithName("CleanPaste")
            .RequireAuthorization(KernelPermissions.EnterAdministration)
            .WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .DisableAntiforgery()
            .ExcludeFromDescription();

    // Antiforgery is checked here: the middleware looks at the bodies of forms only.
    private static async Task<Results<Ok<CleanPaste>, StatusCodeHttpResult>> CleanAsync(
        HttpContext http, IAntiforgery antiforgery, CancellationToken cancellationToken)
    {
        if (http.Request.ContentLength > MostBytes)
        {
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (!await antiforgery.IsRequestValidAsync(http))
        {
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        }

        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        return TypedResults.Ok(new CleanPaste(HtmlSanitizer.Clean(await reader.ReadToEndAsync(cancellationToken))));
    }
}

/// <summary>Answer to a paste.</summary>
/// <param name="Html">What is left of it.</param>
internal sealed record CleanPaste(string Html);
