using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Text;
using PartyCms.Organization.Members;
using PartyCms.Organization.Tree;

namespace PartyCms.Organization.Pages.Admin.Organization;

/// <summary>The tree as far as the caller keeps it, with the number of members of each branch.</summary>
[Authorize(Policy = OrganizationPermissions.ManageTree)]
internal sealed class IndexModel(CmsDbContext db, Caller caller) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var scope = caller.ScopeOf(OrganizationPermissions.ManageTree);
        var units = await scope.Filter(db.Set<OrgUnit>().AsNoTracking(), db, unit => unit.Id)
            .OrderBy(unit => unit.Position).ThenBy(unit => unit.Name).ToListAsync(cancellationToken);
        var counts = await scope.Filter(db.Set<Member>().AsNoTracking(), db, member => member.BranchId)
            .GroupBy(member => member.BranchId).Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var rows = new List<Row>(units.Count);
        var known = units.Select(unit => unit.Id).ToHashSet();
        var below = units.ToLookup(unit => unit.ParentId is { } parent && known.Contains(parent) ? parent : Guid.Empty);
        Add(Guid.Empty, 0);
        Rows = rows;

        void Add(Guid parent, int depth)
        {
            foreach (var unit in below[parent])
            {
                rows.Add(new Row(unit.Id, unit.Name, unit.Slug, unit.Kind.DisplayName(), depth, counts.GetValueOrDefault(unit.Id)));
                Add(unit.Id, depth + 1);
            }
        }
    }

    internal sealed record Row(Guid Id, string Name, string Slug, string Kind, int Depth, int Members);
}
