using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.Contents.Pages.Admin.Types;

/// <summary>All types with how many items they have, and all parts.</summary>
[Authorize(Policy = KernelPermissions.DefineContent)]
[ResponseCache(NoStore = true)]
internal sealed class IndexModel(ContentDefinitions definitions, CmsDbContext db) : PageModel
{
    public IReadOnlyList<Row> Types { get; private set; } = [];

    /// <summary>Parts that are not just the own fields of a type.</summary>
    public IReadOnlyList<ContentPartDefinition> Parts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var counts = await db.Set<ContentItem>().Where(item => item.Latest).GroupBy(item => item.ContentType)
            .Select(rows => new { rows.Key, Count = rows.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        Types = [.. definitions.Types.Values
            .OrderBy(type => type.Definition!.Stereotype.Length > 0).ThenBy(type => type.PathPrefix.Length == 0)
            .ThenBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => new Row(type, counts.GetValueOrDefault(type.Name), definitions.IsDeclared(type.Name)))];
        Parts = [.. definitions.Parts.Values.Where(part => !definitions.Types.ContainsKey(part.Name))
            .OrderBy(part => definitions.IsDeclared(part.Name)).ThenBy(part => part.Name, StringComparer.Ordinal)];
    }

    /// <summary>One type.</summary>
    internal sealed record Row(ContentType Type, int Count, bool IsDeclared);
}
