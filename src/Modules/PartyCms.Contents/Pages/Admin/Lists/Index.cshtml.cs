using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Contents.Organizing.Lists;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.Contents.Pages.Admin.Lists;

/// <summary>The lists the caller may change.</summary>
[Authorize(Policy = KernelPermissions.EnterAdministration)]
[ResponseCache(NoStore = true)]
internal sealed class IndexModel(CmsDbContext db, ContentDefinitions definitions, ContentAccess access, Caller caller) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Types of which the caller may make a new list.</summary>
    public IReadOnlyList<ContentType> Types { get; private set; } = [];

    public bool MayDefine => caller.Can(KernelPermissions.DefineContent);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        foreach (var type in definitions.Types.Values.Where(type => ListSettings.Of(type) is not null && caller.Can(type.EditPermission)))
        {
            rows.AddRange(await (await access.EditableAsync(type, cancellationToken)).AsNoTracking()
                .OrderBy(item => item.DisplayText).Take(Most)
                .Select(item => new Row(
                    item.ContentItemId, item.DisplayText ?? "", type.DisplayName,
                    db.Set<ContentItem>().Count(child => child.ContainerId == item.ContentItemId && child.Latest)))
                .ToListAsync(cancellationToken));
        }

        Rows = rows;
        Types = [.. (await access.GetEditableTypesAsync(cancellationToken)).Where(type => ListSettings.Of(type) is not null)];
    }

    /// <summary>One list.</summary>
    internal sealed record Row(string Id, string Title, string Type, int Items);
}
