using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Definitions;
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
internal sealed class IndexModel(SearchContent search, BranchDirectory branches, ContentDefinitions definitions, SiteTime time) : PageModel
{
    private const int PageSize = 10;

    private const int MaxPages = 20;

    private IReadOnlyList<BranchInfo> _branches = [];

    private int _page = 1;

    public string Query { get; private set; } = "";

    public ContentType? Type { get; private set; }

    public IReadOnlyList<ContentType> Types => [.. definitions.Types.Values.Where(type => type.HasAddress)];

    /// <summary>What to tell instead of results, or null.</summary>
    public string? Advice { get; private set; }

    public SearchResults Results { get; private set; } = SearchResults.None;

    public string? PreviousHref => _page > 1 ? HrefOf(Type, _page - 1) : null;

    public string? NextHref => _page < MaxPages && _page * PageSize < Results.Total ? HrefOf(Type, _page + 1) : null;

    public async Task<IActionResult> OnGetAsync(string? q, string? type, string? p, CancellationToken cancellationToken)
    {
        var query = q?.Trim() ?? "";
        Type = definitions.Types.GetValueOrDefault(type ?? "");
        _page = int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, MaxPages) : 1;
        if (query.Length > SearchContent.MaxQueryLength)
        {
            Query = query[..SearchContent.MaxQueryLength];
            Advice = $"一次最多搜 {SearchContent.MaxQueryLength} 个字，请挑要紧的词。";
            return Page();
        }

        Query = query;
        if (SearchText.ToMatchTokens(query).Count == 0)
        {
            Advice = query.Length == 0 ? "输入几个字，找动态、公开、党课和指南。" : "请输入汉字、字母或数字。";
            return Page();
        }

        _branches = await branches.ListAsync(cancellationToken);
        Results = await search.FindAsync(query, Type?.Name, null, (_page - 1) * PageSize, PageSize, cancellationToken);
        return Page();
    }

    public string HrefOf(ContentType? type, int page = 1)
    {
        var query = QueryString.Create("q", Query);
        query = type is null ? query : query.Add("type", type.Name);
        query = page == 1 ? query : query.Add("p", page.ToString(CultureInfo.InvariantCulture));
        return "/search" + query.ToUriComponent();
    }

    public string MetaOf(ContentSummary summary)
    {
        var kind = definitions.Types.GetValueOrDefault(summary.ContentType)?.DisplayName;
        var branch = _branches.FirstOrDefault(unit => unit.Id == summary.OrgUnitId)?.Name;
        return string.Join(" · ", new[] { kind, branch, time.FormatDay(summary.PublishedUtc) }.Where(part => !string.IsNullOrEmpty(part)));
    }
}
