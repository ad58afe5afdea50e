using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Time;
using PartyCms.Organization.Contracts;
using PartyCms.Search.Queries;

namespace PartyCms.Search.Pages.Search;

/// <summary>
/// Full-text search for readers. Not kept in the output cache: anybody can make up queries, and they would push the
/// pages out that everybody reads.
/// </summary>
[AllowAnonymous]
[ResponseCache(NoStore = true)]
internal sealed class IndexModel(
    SearchContent search, ShorterQueries shorter, BranchDirectory branches, ContentDefinitions definitions, SiteTime time) : PageModel
{
    private const int PageSize = 10;

    private const int MaxPages = SearchContent.MaxDepth / PageSize;

    /// <summary>Branches that are offered to narrow a search by; of forty, the rest is noise.</summary>
    private const int MostBranches = 8;

    private IReadOnlyList<BranchInfo> _branches = [];

    private int _page = 1;

    /// <summary>What is looked for and how it is narrowed.</summary>
    public SearchAddress Address { get; private set; } = new("", null, null, null);

    public string Query => Address.Query;

    /// <summary>What to tell instead of results, or null.</summary>
    public string? Advice { get; private set; }

    public SearchResults Results { get; private set; } = SearchResults.None;

    /// <summary>Words that would find something, where nothing was found.</summary>
    public IReadOnlyList<ShorterQuery> Shorter { get; private set; } = [];

    public IReadOnlyList<FacetLink> Types { get; private set; } = [];

    public IReadOnlyList<FacetLink> Branches { get; private set; } = [];

    public IReadOnlyList<FacetLink> Years { get; private set; } = [];

    /// <summary>Lists to look through, where nothing was found.</summary>
    public IReadOnlyList<ContentType> Lists => [.. definitions.Types.Values.Where(type => type.PathPrefix.Length > 0)];

    public string? PreviousHref => _page > 1 ? Address.HrefOf(_page - 1) : null;

    public string? NextHref => _page < MaxPages && _page * PageSize < Results.Total ? Address.HrefOf(_page + 1) : null;

    /// <summary>Whether there are more hits than can be paged through, and this is the last page.</summary>
    public bool IsAtTheEnd => _page == MaxPages && Results.Total > SearchContent.MaxDepth;

    public async Task<IActionResult> OnGetAsync(
        string? q, string? type, string? branch, string? year, string? p, CancellationToken cancellationToken)
    {
        _branches = await branches.ListAsync(cancellationToken);
        var query = q?.Trim() ?? "";
        Address = new SearchAddress(
            query,
            definitions.Types.GetValueOrDefault(type ?? "")?.Name,
            _branches.FirstOrDefault(unit => unit.Slug == branch)?.Slug,
            int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null);
        _page = int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, MaxPages) : 1;
        if (query.Length > SearchContent.MaxQueryLength)
        {
            Address = Address with { Query = SearchContent.Begin(query) };
            Advice = $"一次最多搜 {SearchContent.MaxQueryLength} 个字，请挑要紧的词。";
        }
        else if (SearchTerms.Parse(query).Count == 0)
        {
            Advice = query.Length == 0 ? "输入几个字，找动态、公开、党课和指南。" : "请输入汉字、字母或数字。";
        }
        else
        {
            await SearchAsync(cancellationToken);
        }

        return Page();
    }

    public string MetaOf(ContentSummary summary)
    {
        var kind = definitions.Types.GetValueOrDefault(summary.ContentType)?.DisplayName;
        var branch = _branches.FirstOrDefault(unit => unit.Id == summary.OrgUnitId)?.Name;
        return string.Join(" · ", new[] { kind, branch, time.FormatDay(summary.PublishedUtc) }.Where(part => !string.IsNullOrEmpty(part)));
    }

    private async Task SearchAsync(CancellationToken cancellationToken)
    {
        var unit = _branches.FirstOrDefault(unit => unit.Slug == Address.Branch);
        Results = await search.FindAsync(
            Query, new SearchFilter(Address.Type, unit?.Id, Address.Year), (_page - 1) * PageSize, PageSize, cancellationToken);
        var facets = Results.Facets;
        if (facets.Matches == 0)
        {
            Shorter = SearchTerms.HasQuotes(Query) ? [] : await shorter.FindAsync(Query, cancellationToken);
            return;
        }

        Types =
        [
            new("全部类型", Address with { Type = null }, null, Address.Type is null),
            .. facets.Types.Select(facet => new FacetLink(
                definitions.Types.GetValueOrDefault(facet.Value)?.DisplayName ?? facet.Value,
                Address with { Type = facet.Value },
                facet.Count,
                Address.Type == facet.Value)),
        ];
        Years =
        [
            new("全部年份", Address with { Year = null }, null, Address.Year is null),
            .. facets.Years.Select(facet => new FacetLink(
                $"{facet.Value}年", Address with { Year = facet.Value }, facet.Count, Address.Year == facet.Value)),
        ];
        Branches = BranchLinks(facets);
    }

    private List<FacetLink> BranchLinks(SearchFacets facets)
    {
        var known = from facet in facets.Branches
                    join unit in _branches on facet.Value equals unit.Id
                    select new FacetLink(
                        unit.Name, Address with { Branch = unit.Slug }, facet.Count, Address.Branch == unit.Slug);
        var all = known.ToList();
        return
        [
            new("全部支部", Address with { Branch = null }, null, Address.Branch is null),
            .. all.Where((link, place) => place < MostBranches || link.IsChosen),
        ];
    }
}
