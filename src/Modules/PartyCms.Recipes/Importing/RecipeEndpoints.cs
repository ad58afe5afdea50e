using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using PartyCms.Kernel.Recipes;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;

namespace PartyCms.Recipes.Importing;

/// <summary>Import of recipe files by programs.</summary>
internal static class RecipeEndpoints
{
    private const int MostInDetail = 5;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/recipes", Post).WithName("ImportRecipe").WithTags("Recipes")
            .RequireApiPermission(RecipesPermissions.Import)
            .WithSummary("Import a recipe")
            .WithDescription("The body is a recipe file of Orchard Core's form (comments and trailing commas are welcome), or a zip "
                + "archive that holds it with its files; as it is, or as the one file of a form. The whole file is checked first, then "
                + "its data steps run in one transaction: a recipe with an error changes nothing. With `check=true` everything is "
                + "tried out and taken back.")
            .Accepts<object>("application/json", "application/zip", "multipart/form-data", ApiAuthentication.AnyMediaType)
            .WithMetadata(new RequestSizeLimitAttribute(ReceivedRecipe.Largest + (64 * 1024)))
            .Produces<ImportReport>().ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);

    private static async Task<Results<Ok<ImportReport>, ProblemHttpResult>> Post(
        HttpRequest request, RecipeImport import, CancellationToken cancellationToken,
        [Description("Only try it out and report; true or false.")] string? check = null)
    {
        var isCheck = false;
        if (check is not null && !bool.TryParse(check, out isCheck))
        {
            return RecipeProblems.BadParameter.With("The parameter check is either true or false.");
        }

        var bytes = await ReceivedRecipe.ReadAsync(request, cancellationToken);
        if (bytes is null)
        {
            return CommonProblems.TooLarge.With(
                FormattableString.Invariant($"A recipe has at most {ReceivedRecipe.Largest} bytes over HTTP. Use the import verb on the server for larger ones."));
        }

        if (ReceivedRecipe.Of(bytes) is not { } received)
        {
            return RecipeProblems.RecipeRefused.With(
                "The zip archive is damaged, unpacks to too much, or does not hold exactly one recipe (Recipe.json or *.recipe.json).");
        }

        var outcome = await import.RunAsync(received.File, received.Files, isCheck, cancellationToken);
        return outcome.Verdict == RecipeVerdict.Refused
            ? Refused(outcome, isCheck)
            : TypedResults.Ok(ImportReport.Of(outcome, isCheck));
    }

    private static ProblemHttpResult Refused(RecipeOutcome outcome, bool isCheck)
    {
        var errors = outcome.Report.Of(RecipeEntryKind.Error).Select(ImportReportEntry.Of).ToList();
        var details = RecipeProblems.RecipeRefused.Details(
            string.Join(" ", errors.Take(MostInDetail).Select(error => error.Message)) + " Nothing was stored.");
        details.Extensions["errors"] = errors;
        details.Extensions["report"] = ImportReport.Of(outcome, isCheck);
        return TypedResults.Problem(details);
    }
}
