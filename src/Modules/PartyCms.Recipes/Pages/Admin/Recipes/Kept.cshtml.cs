using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Web;
using PartyCms.Recipes.Keeping;

namespace PartyCms.Recipes.Pages.Admin.Recipes;

/// <summary>What earlier imports brought that means nothing here: to read, and to delete.</summary>
[Authorize(Policy = RecipesPermissions.Import)]
internal sealed class KeptModel(KeptDocuments kept) : PageModel
{
    private static readonly JsonSerializerOptions Indented = new(ContentJson.Options) { WriteIndented = true };

    /// <summary>The documents, by the step they came in.</summary>
    public IReadOnlyList<IGrouping<string, KeptDocument>> Kinds { get; private set; } = [];

    /// <summary>A document as a person reads it.</summary>
    public static string Readable(string json) => JsonNode.Parse(json)?.ToJsonString(Indented) ?? "";

    /// <summary>What a person knows it by: its own name, where it has one beside its id.</summary>
    public static string Label(KeptDocument document) =>
        (JsonNode.Parse(document.Json) as JsonObject)?.Text("Name") is { Length: > 0 } name ? name
        : document.Name.Length > 0 ? document.Name
        : document.Kind;

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Kinds = [.. (await kept.ListAsync(cancellationToken)).GroupBy(document => document.Kind, StringComparer.Ordinal)];

    public async Task<IActionResult> OnPostDeleteAsync(string kind, string? name, CancellationToken cancellationToken)
    {
        TempData.Toast(await kept.DeleteAsync(kind, name ?? "", cancellationToken) ? "已删除" : "这一项已经不在了。");
        return RedirectToPage();
    }
}
