using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Recipes;
using PartyCms.Kernel.Security;

namespace PartyCms.Recipes.Exporting;

/// <summary>Export of the site's content for programs.</summary>
internal static class ExportEndpoint
{
    public const string FileName = "export.recipe.json";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/export", Get).WithName("ExportSite").WithTags("Recipes")
            .RequireApiPermission(RecipesPermissions.Export)
            .WithSummary("Export content as a recipe")
            .WithDescription("A recipe that Orchard Core and this site import: features, definitions, then the published versions of all "
                + "items. Without `types` settings, roles and what was kept from earlier imports come along. Never accounts, secrets or "
                + "personal data.")
            .Produces<object>(StatusCodes.Status200OK, "application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);

    private static Results<PushStreamHttpResult, ProblemHttpResult> Get(
        RecipeExport export, ContentDefinitions definitions, HttpResponse response, CancellationToken cancellationToken,
        [Description("Names of content types, with commas between them; all when absent.")] string? types = null,
        [Description("Whether the pictures and files that the items show come along, as base64. True when absent.")] bool? files = null)
    {
        HashSet<string>? wanted = null;
        if (!string.IsNullOrWhiteSpace(types))
        {
            wanted = types.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
            if (wanted.FirstOrDefault(type => definitions.FindType(type) is null) is { } unknown)
            {
                return RecipeProblems.BadParameter.With($"There is no content type '{unknown}'. Names are compared with case.");
            }
        }

        response.Headers.CacheControl = "private, no-store";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = FileName }.ToString();
        return TypedResults.Stream(
            body => export.WriteAsync(body, new ExportScope(wanted, files != false), cancellationToken), "application/json; charset=utf-8");
    }
}
