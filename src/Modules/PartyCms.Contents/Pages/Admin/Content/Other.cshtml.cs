using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Content;

namespace PartyCms.Contents.Pages.Admin.Content;

/// <summary>The types that no module brings and of which the caller may write items, with how many there are.</summary>
[ResponseCache(NoStore = true)]
internal sealed class OtherModel(ContentAccess access) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var types = (await access.GetEditableTypesAsync(cancellationToken)).Where(type => type.PathPrefix.Length == 0).ToList();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in types.GroupBy(type => type.EditPermission))
        {
            var items = await access.EditableAsync([.. group], cancellationToken);
            foreach (var row in await items.GroupBy(item => item.ContentType)
                .Select(rows => new { rows.Key, Count = rows.Count() }).ToListAsync(cancellationToken))
            {
                counts[row.Key] = row.Count;
            }
        }

        Rows = [.. types.OrderBy(type => type.DisplayName, StringComparer.Ordinal)
            .Select(type => new Row(type, counts.GetValueOrDefault(type.Name)))];
    }

    /// <summary>One type.</summary>
    internal sealed record Row(ContentType Type, int Count);
}
