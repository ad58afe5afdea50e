using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Recipes;
using PartyCms.Recipes.Exporting;
using PartyCms.Recipes.Importing;
using PartyCms.Recipes.Keeping;

namespace PartyCms.Recipes.Pages.Admin.Recipes;

/// <summary>Recipes for a person: check a file, read what it would do, then import it; and fetch an export.</summary>
[Authorize(Policy = RecipesPermissions.Import)]
[RequestSizeLimit(ReceivedRecipe.Largest + (64 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = ReceivedRecipe.Largest + (64 * 1024))]
internal sealed class IndexModel(
    RecipeImport import, RecipeExport export, HeldRecipes held, KeptDocuments kept, ContentDefinitions definitions,
    IAuthorizationService authorization)
    : PageModel
{
    /// <summary>What came of the file, or null before one was sent.</summary>
    public RecipeOutcome? Outcome { get; private set; }

    /// <summary>Whether the report is that of a check.</summary>
    public bool IsCheck { get; private set; }

    /// <summary>Name of the file the report is about.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Why no file could be looked at.</summary>
    public string? Fault { get; private set; }

    /// <summary>Whether the reader may export as well.</summary>
    public bool MayExport { get; private set; }

    /// <summary>Content types to choose from.</summary>
    public IEnumerable<ContentType> Types => definitions.Types.Values
        .Where(type => type.Definition!.Stereotype.Length == 0).OrderBy(type => type.DisplayName, StringComparer.Ordinal);

    /// <summary>Things of earlier imports that are kept for other sites.</summary>
    public int Kept { get; private set; }

    /// <summary>The report, what asks for an act first.</summary>
    public IEnumerable<ReportList> Lists =>
    [
        List("要改正", "danger", RecipeEntryKind.Error, isOpen: true),
        List("请核对", "warning", RecipeEntryKind.Warning, isOpen: true),
        List(IsCheck ? "会做这些" : "已完成", "success", RecipeEntryKind.Applied, isOpen: true),
        List("保留或略过", "secondary", RecipeEntryKind.NotUnderstood, isOpen: false),
        List("没有变化", "secondary", RecipeEntryKind.Skipped, isOpen: false),
    ];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await AuthorizeAsync();
        await CountAsync(cancellationToken);
    }

    public async Task OnPostCheckAsync(IFormFile? file, CancellationToken cancellationToken)
    {
        await AuthorizeAsync();
        await CountAsync(cancellationToken);
        if (file is null || file.Length == 0)
        {
            Fault = "请选择一个配方文件（.json 或 .zip）。";
        }
        else if (await ReceivedRecipe.ReadAsync(file, cancellationToken) is { } bytes)
        {
            var recipe = new HeldRecipe(Path.GetFileName(file.FileName), bytes);
            held.Hold(recipe);
            await RunAsync(recipe, isCheck: true, cancellationToken);
        }
        else
        {
            Fault = "文件超过 32 MB。请在服务器上用 import 命令导入。";
        }
    }

    public async Task OnPostImportAsync(CancellationToken cancellationToken)
    {
        await AuthorizeAsync();
        if (held.Find() is { } recipe)
        {
            await RunAsync(recipe, isCheck: false, cancellationToken);
            held.Drop();
        }
        else
        {
            Fault = "检查过的文件已不在，请重新选择并检查。";
        }

        await CountAsync(cancellationToken);
    }

    public async Task<IActionResult> OnGetExportAsync(string[] types, bool files, CancellationToken cancellationToken)
    {
        await AuthorizeAsync();
        if (!MayExport)
        {
            return Forbid();
        }

        var wanted = types.Where(type => definitions.FindType(type) is not null).ToHashSet(StringComparer.Ordinal);
        Response.ContentType = "application/json; charset=utf-8";
        Response.Headers.CacheControl = "private, no-store";
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = ExportEndpoint.FileName }.ToString();
        await export.WriteAsync(Response.Body, new ExportScope(wanted.Count == 0 ? null : wanted, files), cancellationToken);
        return new EmptyResult();
    }

    private ReportList List(string title, string color, RecipeEntryKind kind, bool isOpen) =>
        new(title, color, [.. Outcome!.Report.Of(kind)], isOpen, MayOpenItems: !IsCheck && Outcome.Verdict == RecipeVerdict.Done);

    private async Task AuthorizeAsync() => MayExport = (await authorization.AuthorizeAsync(User, RecipesPermissions.Export)).Succeeded;

    private async Task CountAsync(CancellationToken cancellationToken) => Kept = await kept.CountAsync(cancellationToken);

    private async Task RunAsync(HeldRecipe recipe, bool isCheck, CancellationToken cancellationToken)
    {
        if (ReceivedRecipe.Of(recipe.Bytes) is not { } received)
        {
            Fault = "这个压缩包打不开，或里面没有唯一的配方（Recipe.json 或 *.recipe.json）。";
            return;
        }

        (FileName, IsCheck) = (recipe.FileName, isCheck);
        Outcome = await import.RunAsync(received.File, received.Files, isCheck, cancellationToken);
    }
}
