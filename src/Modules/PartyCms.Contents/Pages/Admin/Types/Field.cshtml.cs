using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Defining;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Content.Fields;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Pages.Admin.Types;

/// <summary>Adds, changes and removes a field of a part. The own part of a type is made with its first field.</summary>
[Authorize(Policy = KernelPermissions.DefineContent)]
[ResponseCache(NoStore = true)]
internal sealed class FieldModel(ContentDefinitions definitions, SaveDefinitions save, SettingChoices choices) : PageModel
{
    private ContentType? _owner;
    private ContentPartDefinition _part = null!;

    [BindProperty(SupportsGet = true)]
    public string Part { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    /// <summary>The type whose own fields these are, where the page was opened from it.</summary>
    [BindProperty(Name = "type", SupportsGet = true)]
    public string? TypeName { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty]
    public string? NewName { get; set; }

    [BindProperty]
    public int? Place { get; set; }

    public ContentFieldDefinition? Field { get; private set; }

    public AskedSettings Asked { get; private set; } = null!;

    public string? NameProblem { get; private set; }

    public string KindName => Field?.FieldName ?? Kind ?? "";

    public string BackHref => _owner is not null
        ? "/admin/types/" + Uri.EscapeDataString(_owner.Name)
        : "/admin/types/parts/" + Uri.EscapeDataString(Part);

    /// <summary>What a module declares of its part stays.</summary>
    public bool IsRemovable => Field is not null
        && definitions.FindDeclaredPart(_part.Name)?.Fields.Any(one => one.Name == Field.Name) != true;

    public string RemoveHref => $"{Address(Name)}?handler=remove{TypeQuery("&")}";

    private bool IsNew => Name == "new";

    public string Href(string kind) => $"{Address("new")}?kind={kind}{TypeQuery("&")}";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Open())
        {
            return NotFound();
        }

        Place = Field is null ? _part.Fields.Count + 1 : _part.FieldsByPosition.ToList().IndexOf(Field) + 1;
        await ShowAsync([], [], cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Open() || FieldKind.Find(KindName) is null)
        {
            return NotFound();
        }

        var asked = FieldSettings.Of(KindName);
        var typed = SettingsForm.Typed(Request.Form, asked);
        var problems = new List<SettingsForm.Problem>();
        var settings = SettingsForm.Apply(Field?.Settings ?? [], asked, typed, problems);
        FieldSettingRules.Check(KindName, settings, problems);
        NameProblem = Field is null ? DefinitionNames.Check(NewName, _part.Fields.Select(field => field.Name)) : null;
        if (problems.Count > 0 || NameProblem is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await ShowAsync(typed, problems, cancellationToken);
            return Page();
        }

        var changed = new ContentFieldDefinition(KindName, Field?.Name ?? NewName!, settings);
        var others = _part.FieldsByPosition.Where(field => field.Name != changed.Name).ToList();
        var place = Place ?? (Field is null ? int.MaxValue : _part.FieldsByPosition.ToList().IndexOf(Field) + 1);
        others.Insert(Math.Clamp(place - 1, 0, others.Count), changed);
        await StoreAsync(others, changed.DisplayName, cancellationToken);
        TempData.Toast("字段已保存。");
        return Redirect(BackHref);
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        if (!Open() || !IsRemovable)
        {
            return NotFound();
        }

        await StoreAsync([.. _part.FieldsByPosition.Where(field => field.Name != Field!.Name)], "－" + Field!.DisplayName, cancellationToken);
        TempData.Toast("字段已删除。");
        return Redirect(BackHref);
    }

    private static ContentFieldDefinition At(ContentFieldDefinition field, int place)
    {
        var settings = field.Settings.DeepClone().AsObject();
        settings.Set(FieldSettings.Position, $"{place}");
        return field with { Settings = settings };
    }

    private Task StoreAsync(IReadOnlyList<ContentFieldDefinition> fields, string detail, CancellationToken cancellationToken)
    {
        var part = _part with { Fields = [.. fields.Select(At)] };
        return _owner is not null && _owner.Definition!.FindPart(Part) is null
            ? save.PutAsync(OwnPart.Attach(_owner.Definition, Part), [part], cancellationToken)
            : save.PutAsync(part, detail, cancellationToken);
    }

    private string Address(string name) => $"/admin/types/parts/{Uri.EscapeDataString(Part)}/fields/{Uri.EscapeDataString(name)}";

    private string TypeQuery(string mark) => _owner is null ? "" : $"{mark}type={Uri.EscapeDataString(_owner.Name)}";

    private bool Open()
    {
        _owner = definitions.FindType(TypeName ?? Part) is { } type && OwnPart.NameOf(type) == Part ? type : null;
        var part = definitions.Parts.GetValueOrDefault(Part) ?? (_owner is not null && IsNew ? new ContentPartDefinition { Name = Part } : null);
        if (part is null || (Kind is not null && FieldKind.Find(Kind) is null))
        {
            return false;
        }

        _part = part;
        Field = part.Fields.FirstOrDefault(field => field.Name == Name);
        return IsNew ? Field is null : Field is not null && FieldKind.Find(Field.FieldName) is not null;
    }

    private async Task ShowAsync(
        Dictionary<string, string> typed, IReadOnlyList<SettingsForm.Problem> problems, CancellationToken cancellationToken) =>
        Asked = await choices.AskAsync(FieldSettings.Of(KindName), Field?.Settings ?? [], typed, problems, cancellationToken);
}
