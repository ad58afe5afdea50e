using System.Globalization;

namespace PartyCms.Search.Pages.Search;

/// <summary>Address of a search: the words and what it is narrowed by.</summary>
internal sealed record SearchAddress(string Query, string? Type, string? Branch, int? Year)
{
    /// <summary>Whether anything narrows it.</summary>
    public bool IsNarrowed => Type is not null || Branch is not null || Year is not null;

    /// <summary>The same search in everything.</summary>
    public SearchAddress Everywhere => new(Query, null, null, null);

    /// <summary>Encoded address of one page of its results.</summary>
    public string HrefOf(int page = 1)
    {
        var query = QueryString.Create("q", Query);
        query = Type is null ? query : query.Add("type", Type);
        query = Branch is null ? query : query.Add("branch", Branch);
        query = Year is null ? query : query.Add("year", Year.Value.ToString(CultureInfo.InvariantCulture));
        query = page == 1 ? query : query.Add("p", page.ToString(CultureInfo.InvariantCulture));
        return "/search" + query.ToUriComponent();
    }
}

/// <summary>One value to narrow a search by.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Address">The search with it.</param>
/// <param name="Count">Hits it would leave; null for the way back to all.</param>
/// <param name="IsChosen">Whether the search is narrowed by it now.</param>
internal sealed record FacetLink(string Name, SearchAddress Address, int? Count, bool IsChosen);
