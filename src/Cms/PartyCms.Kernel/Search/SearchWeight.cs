using PartyCms.Kernel.Data;
using PartyCms.Kernel.Text;

namespace PartyCms.Kernel.Search;

/// <summary>How much a term tells where not all terms need to be found.</summary>
public static class SearchWeight
{
    /// <summary>The rarer a term, the more it tells; never zero.</summary>
    /// <param name="hits">Entries that hold it.</param>
    /// <param name="all">Entries altogether.</param>
    public static double OfTerm(long hits, long all) => Math.Log(1.0 + ((all + 1.0) / (hits + 1.0)));

    /// <summary>What a single character of the query in a title adds, of what it tells.</summary>
    public const double OfCharacter = 0.4;

    /// <summary>What a term in a title adds to what it tells anywhere.</summary>
    public const double OfTitle = 2.0;

    /// <summary>How many of the terms that are found at all an entry must hold.</summary>
    public static int LeastOf(int terms) => ((terms * 2) + 4) / 5;

    /// <summary>The terms that are found at all, with what each tells.</summary>
    public static async Task<IReadOnlyList<(SearchTerm Term, double Weight)>> WeighAsync(
        ISearchIndex index, CmsDbContext db, IReadOnlyList<SearchTerm> terms, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(terms);
        var all = await db.Database.SqlQuery<long>($"""SELECT count(*) AS "Value" FROM "search_documents" """).SingleAsync(cancellationToken);
        var weights = new List<(SearchTerm, double)>();
        foreach (var term in terms)
        {
            if (await index.CountAsync(db, [term], SearchFilter.None, cancellationToken) is var hits and > 0)
            {
                weights.Add((term, OfTerm(hits, all)));
            }
        }

        return weights;
    }
}
