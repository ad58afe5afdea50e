using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Defining;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Pages.Admin.Types;

/// <summary>Changes the settings of a part as it is attached to one type.</summary>
[Authorize(Policy = KernelPermissions.DefineContent)]
[ResponseCache(NoStore = true)]
internal sealed class AttachmentModel(ContentDefinitions definitions, SaveDefinitions save, SettingChoices choices) : PageModel
{
    private ContentTypePart _attached = null!;

    [BindProperty(SupportsGet = true)]
    public string Type { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    public ContentType Owner { get; private set; } = null!;

    /// <summary>The part's definition; null where it is not known here.</summary>
    public ContentPartDefinition? Part { get; private set; }

    public AskedSettings Asked { get; private set; } = null!;

    public string Title => _attached.DisplayName is { Length: > 0 } name ? name : Part?.DisplayName ?? _attached.Name;

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

        var asked = PartSettings.Attached(_attached.PartName);
        var typed = SettingsForm.Typed(Request.Form, asked);
        var problems = new List<SettingsForm.Problem>();
        var settings = SettingsForm.Apply(_attached.Settings, asked, typed, problems);
        if (problems.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await ShowAsync(typed, problems, cancellationToken);
            return Page();
        }

        var type = Owner.Definition!;
        await save.PutAsync(
            type with { Parts = [.. type.Parts.Select(part => part.Name == Name ? part with { Settings = settings } : part)] }, [], cancellationToken);
        TempData.Toast("已保存。");
        return Redirect("/admin/types/" + Uri.EscapeDataString(Owner.Name));
    }

    private bool Open()
    {
        if (definitions.FindType(Type) is not { } type || type.Definition!.FindPart(Name) is not { } attached)
        {
            return false;
        }

        Owner = type;
        _attached = attached;
        Part = definitions.Parts.GetValueOrDefault(attached.PartName);
        return true;
    }

    private async Task ShowAsync(
        Dictionary<string, string> typed, IReadOnlyList<SettingsForm.Problem> problems, CancellationToken cancellationToken) =>
        Asked = await choices.AskAsync(PartSettings.Attached(_attached.PartName), _attached.Settings, typed, problems, cancellationToken);
}
