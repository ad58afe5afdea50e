namespace PartyCms.Kernel.Search;

/// <summary>How much a term tells where not all terms need to be found.</summary>
public static class SearchWeight
{
    /// <summary>The rarer a term, the more it tells; never zero.</summary>
    /// <param name="hits">Entries that hold it.</param>
    /// <param name="all">Entries altogether.</param>
    public static double OfTerm(long hits, long all) => Math.Log(1.0 + ((all + 1.0) / (hits + 1.0)));
}
