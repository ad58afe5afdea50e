using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Defining;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;

namespace PartyCms.Contents.Pages.Admin.Types;

/// <summary>Makes and changes a content type: its names, settings and parts.</summary>
[Authorize(Policy = KernelPermissions.DefineContent)]
[ResponseCache(NoStore = true)]
internal sealed class TypeModel(ContentDefinitions definitions, SaveDefinitions save, SettingChoices choices) : PageModel
{
    private const int LongestDisplayName = 100;

    private static readonly string[] Beginning = [StandardParts.Title, StandardParts.HtmlBody, StandardParts.Autoroute];

    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    [BindProperty]
    public string? NewName { get; set; }

    [BindProperty]
    public string? DisplayName { get; set; }

    [BindProperty]
    public List<Place> Order { get; set; } = [];

    [BindProperty]
    public string? Attach { get; set; }

    [BindProperty]
    public string? AttachAs { get; set; }

    public ContentType? Type { get; private set; }

    public AskedSettings Asked { get; private set; } = null!;

    public string? NameProblem { get; private set; }

    public string? DisplayNameProblem { get; private set; }

    public string? AttachProblem { get; private set; }

    /// <summary>Why the type was not removed.</summary>
    public string? Refusal { get; private set; }

    public string OwnPartName => OwnPart.NameOf(Type!);

    public ContentPartDefinition? Own => definitions.Parts.GetValueOrDefault(OwnPartName);

    public IReadOnlyList<ContentTypePart> Attached => [.. Type!.Definition!.PartsByPosition];

    /// <summary>Parts that may be attached: those that are not there yet, and those that may be there several times.</summary>
    public IEnumerable<ContentPartDefinition> Attachable => definitions.Parts.Values
        .Where(part => part.Settings.Flag("ContentPartSettings.Attachable")
            && (IsReusable(part) || !Type!.Definition!.Has(part.Name)))
        .OrderBy(part => part.Name, StringComparer.Ordinal);

    /// <summary>What the button that removes the type says; null where there is nothing to remove.</summary>
    public string? RemoveText => Type is null ? null
        : !definitions.IsDeclared(Type.Name) ? "删除这个类型"
        : null;

    /// <summary>Whether items of the type can be made by themselves, so that they stand in lists of their own.</summary>
    public bool HasItems => Type is { Definition.Stereotype: "" } && Type.Definition.Settings.Flag("ContentTypeSettings.Creatable");

    private bool IsDeclared => Type is not null && definitions.IsDeclared(Type.Name);

    public string NameOf(ContentTypePart part) =>
        part.Name == OwnPartName ? "自己的字段"
        : part.DisplayName is { Length: > 0 } name ? name : definitions.Parts.GetValueOrDefault(part.PartName)?.DisplayName ?? part.Name;

    public bool IsKnown(ContentTypePart part) => definitions.Parts.ContainsKey(part.PartName);

    /// <summary>What a module declares of its type stays.</summary>
    public bool CanDetach(ContentTypePart part) => !IsDeclared || definitions.FindDeclaredType(Type!.Name)?.FindPart(part.Name) is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!Open())
        {
            return NotFound();
        }

        DisplayName = Type?.DisplayName;
        await ShowAsync([], [], cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!Open())
        {
            return NotFound();
        }

        var asked = TypeSettings.Of(IsDeclared);
        var typed = SettingsForm.Typed(Request.Form, asked);
        var problems = new List<SettingsForm.Problem>();
        var before = Type?.Definition ?? NewType();
        var settings = SettingsForm.Apply(before.Settings, asked, typed, problems);
        var display = DisplayName?.Trim() ?? "";
        DisplayNameProblem = display.Length is > 0 and <= LongestDisplayName ? null : $"请填写名称，最多 {LongestDisplayName} 个字。";
        NameProblem = Type is null ? DefinitionNames.Check(NewName, DefinitionNames.OfTypes(definitions)) : null;
        var type = Arrange(before with { Name = Type?.Name ?? NewName ?? "", DisplayName = display, Settings = settings });
        if (problems.Count > 0 || NameProblem is not null || DisplayNameProblem is not null || AttachProblem is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await ShowAsync(typed, problems, cancellationToken);
            return Page();
        }

        await save.PutAsync(type, [], cancellationToken);
        TempData.Toast(Type is null ? "类型建好了，接着加字段。" : "已保存。");
        return Redirect("/admin/types/" + Uri.EscapeDataString(type.Name));
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        if (!Open() || Type is null || RemoveText is null)
        {
            return NotFound();
        }

        if (await save.CountAsync(Type.Name, cancellationToken) is var count and > 0)
        {
            Refusal = $"“{Type.DisplayName}”还有 {count} 条内容，先删除它们，再删类型。";
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            DisplayName = Type.DisplayName;
            await ShowAsync([], [], cancellationToken);
            return Page();
        }

        await save.RemoveTypeAsync(Type, cancellationToken);
        TempData.Toast("类型已删除。");
        return Redirect("/admin/types");
    }

    private static bool IsReusable(ContentPartDefinition part) =>
        part.Name == StandardParts.Bag || part.Settings.Flag("ContentPartSettings.Reusable");

    // A new type begins as most are: with a title, a body and an address, drafts and versions.
    private static ContentTypeDefinition NewType() => new()
    {
        Name = "",
        DisplayName = "",
        Settings = new JsonObject
        {
            ["ContentTypeSettings"] = new JsonObject
            {
                ["Creatable"] = true, ["Listable"] = true, ["Draftable"] = true, ["Versionable"] = true, ["Securable"] = true,
            },
        },
        Parts = OwnPart.Numbered([.. Beginning.Select(part => new ContentTypePart(part, part, []))]),
    };

    private bool Open()
    {
        if (Name == "new")
        {
            return true;
        }

        Type = definitions.FindType(Name);
        return Type is not null;
    }

    private ContentTypeDefinition Arrange(ContentTypeDefinition type)
    {
        var places = Order.Where(place => place.Name is not null).DistinctBy(place => place.Name)
            .ToDictionary(place => place.Name!, StringComparer.Ordinal);
        var parts = type.PartsByPosition
            .Where(part => !(places.GetValueOrDefault(part.Name) is { Detach: true } && CanDetach(part)))
            .OrderBy(part => places.GetValueOrDefault(part.Name)?.Number ?? int.MaxValue).ToList();
        if (Attach is { Length: > 0 } && Type is not null && Attachable.FirstOrDefault(part => part.Name == Attach) is { } added)
        {
            var name = AttachAs?.Trim() is { Length: > 0 } own ? own : added.Name;
            AttachProblem = name == added.Name && !type.Has(added.Name) ? null : DefinitionNames.Check(name, type.Parts.Select(part => part.Name));
            parts.Add(new ContentTypePart(added.Name, name, []));
        }

        return type with { Parts = OwnPart.Numbered(parts) };
    }

    private async Task ShowAsync(
        Dictionary<string, string> typed, IReadOnlyList<SettingsForm.Problem> problems, CancellationToken cancellationToken) =>
        Asked = await choices.AskAsync(
            TypeSettings.Of(IsDeclared), (Type?.Definition ?? NewType()).Settings, typed, problems, cancellationToken);

    /// <summary>Where a part shall stand.</summary>
    internal sealed class Place
    {
        public string? Name { get; set; }

        public int? Number { get; set; }

        public bool Detach { get; set; }
    }
}
