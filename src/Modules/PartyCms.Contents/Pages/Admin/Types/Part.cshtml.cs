using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Defining;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Pages.Admin.Types;

/// <summary>Makes and changes a part that types share.</summary>
[Authorize(Policy = KernelPermissions.DefineContent)]
[ResponseCache(NoStore = true)]
internal sealed class PartModel(ContentDefinitions definitions, SaveDefinitions save, SettingChoices choices) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    [BindProperty]
    public string? NewName { get; set; }

    public ContentPartDefinition? Part { get; private set; }

    public AskedSettings Asked { get; private set; } = null!;

    public string? NameProblem { get; private set; }

    public string? Refusal { get; private set; }

    public IReadOnlyList<string> UsedBy => Part is null
        ? []
        : [.. definitions.Types.Values.Where(type => type.Definition!.Has(Part.Name)).Select(type => type.DisplayName)];

    public bool IsRemovable => Part is not null && !definitions.IsDeclared(Part.Name);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Open())
        {
            return NotFound();
        }

        await ShowAsync([], [], cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Open())
        {
            return NotFound();
        }

        var typed = SettingsForm.Typed(Request.Form, PartSettings.Own);
        var problems = new List<SettingsForm.Problem>();
        var before = Part ?? NewPart();
        var settings = SettingsForm.Apply(before.Settings, PartSettings.Own, typed, problems);
        NameProblem = Part is null ? DefinitionNames.Check(NewName, DefinitionNames.OfTypes(definitions)) : null;
        if (problems.Count > 0 || NameProblem is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await ShowAsync(typed, problems, cancellationToken);
            return Page();
        }

        var part = before with { Name = Part?.Name ?? NewName!, Settings = settings };
        await save.PutAsync(part, part.DisplayName, cancellationToken);
        TempData.Toast(Part is null ? "部件建好了，接着加字段。" : "已保存。");
        return Redirect("/admin/types/parts/" + Uri.EscapeDataString(part.Name));
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        if (!Open() || !IsRemovable)
        {
            return NotFound();
        }

        if (UsedBy.Count > 0)
        {
            Refusal = $"还有 {UsedBy.Count} 个类型用着它（{string.Join("、", UsedBy)}），先从它们那里去掉。";
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await ShowAsync([], [], cancellationToken);
            return Page();
        }

        await save.RemovePartAsync(Part!, cancellationToken);
        TempData.Toast("部件已删除。");
        return Redirect("/admin/types");
    }

    private static ContentPartDefinition NewPart() => new()
    {
        Name = "",
        Settings = new JsonObject { ["ContentPartSettings"] = new JsonObject { ["Attachable"] = true } },
    };

    private bool Open()
    {
        Part = definitions.Parts.GetValueOrDefault(Name);
        return Part is not null || Name == "new";
    }

    private async Task ShowAsync(
        Dictionary<string, string> typed, IReadOnlyList<SettingsForm.Problem> problems, CancellationToken cancellationToken) =>
        Asked = await choices.AskAsync(PartSettings.Own, (Part ?? NewPart()).Settings, typed, problems, cancellationToken);
}
