using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Disclosure.Documents;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;

namespace PartyCms.Disclosure.Pages.Disclosures;

/// <summary>Disclosed documents of all branches, newest first, by group, rhythm and branch.</summary>
[AllowAnonymous]
[PublicPage]
internal sealed class IndexModel(DisclosureCatalogue catalogue, PublicArticles articles, BranchDirectory branches) : PageModel
{
    public DisclosureGroup? Group { get; private set; }

    public DisclosureRhythm? Rhythm { get; private set; }

    public BranchInfo? Branch { get; private set; }

    public IReadOnlyList<BranchInfo> Branches { get; private set; } = [];

    public int Total { get; private set; }

    public SummaryList List { get; private set; } = new([]);

    public async Task<IActionResult> OnGetAsync(
        string? group, string? rhythm, string? branch, string? after, CancellationToken cancellationToken)
    {
        HttpContext.TagPublicPage(PublicTags.Type(DisclosureFields.ContentType));
        Branches = [.. (await branches.ListAsync(cancellationToken)).Where(unit => unit.IsBranch)];
        Group = DisclosureLabels.Find<DisclosureGroup>(group);
        Rhythm = DisclosureLabels.Find<DisclosureRhythm>(rhythm);
        Branch = string.IsNullOrEmpty(branch) ? null : await branches.FindAsync(branch, cancellationToken);
        if (IsUnknown(group, Group) || IsUnknown(rhythm, Rhythm) || IsUnknown(branch, Branch))
        {
            return NotFound();
        }

        var filter = new DisclosureFilter(Group, Rhythm, Branch?.Id);
        var page = await catalogue.ListAsync(filter, after, cancellationToken);
        Total = await catalogue.CountAsync(filter, cancellationToken);
        List = new SummaryList(
            await articles.RowsAsync(page.Items, cancellationToken, DisclosureRows.Badge),
            page.Next is null ? null : HrefOf(Group, Rhythm, page.Next),
            "没有符合条件的公开材料。");
        return Page();
    }

    /// <summary>Address of this list with another choice; the branch stays.</summary>
    public string HrefOf(DisclosureGroup? group, DisclosureRhythm? rhythm, string? after = null)
    {
        var query = new QueryString();
        query = group is { } chosen ? query.Add("group", chosen.ToString()) : query;
        query = rhythm is { } when ? query.Add("rhythm", when.ToString()) : query;
        query = Branch is { } unit ? query.Add("branch", unit.Slug) : query;
        query = after is null ? query : query.Add("after", after);
        return "/disclosures" + query.ToUriComponent();
    }

    private static bool IsUnknown<T>(string? asked, T? found) => !string.IsNullOrEmpty(asked) && found is null;
}
