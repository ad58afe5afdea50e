using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Security;

namespace PartyCms.Contents.Editing.Defined;

/// <summary>Finds items by title for a picker of the editor: published ones only, of the types that its field names.</summary>
internal static class PickerEndpoint
{
    private const int LongestSearch = 100;

    public static void MapPicker(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/admin/content/pick", List).WithName("PickContent")
            .RequireAuthorization(KernelPermissions.EnterAdministration).ExcludeFromDescription();

    private static async Task<Results<Ok<IReadOnlyList<FieldChoice>>, NotFound>> List(
        HttpContext http, string part, string field, ContentDefinitions definitions, FieldChoices choices,
        CancellationToken cancellationToken, string? q = null)
    {
        var definition = definitions.Parts.GetValueOrDefault(part)?.Fields.FirstOrDefault(one => one.Name == field);
        if (definition is null)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.CacheControl = "no-store";
        var search = q is { Length: > LongestSearch } ? q[..LongestSearch] : q;
        return TypedResults.Ok(await choices.ItemsAsync(definition, search, cancellationToken));
    }
}
