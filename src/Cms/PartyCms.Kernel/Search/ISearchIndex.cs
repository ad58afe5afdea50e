using PartyCms.Kernel.Data;
using PartyCms.Kernel.Text;

namespace PartyCms.Kernel.Search;

/// <summary>
/// Full-text index of published content, kept by the database engine itself, so that it changes in the same
/// transaction as the content. Texts come plain; the index folds and cuts them (<see cref="SearchText" />).
/// </summary>
public interface ISearchIndex
{
    /// <summary>Matches that are counted by type, branch and year; where there are more, only the newest so many.</summary>
    const int MaxGrouped = 5_000;

    /// <summary>Adds an entry, or replaces the one of the same item.</summary>
    Task PutAsync(CmsDbContext db, SearchEntry entry, CancellationToken cancellationToken);

    /// <summary>Takes an item out; one that is not there is no error.</summary>
    Task RemoveAsync(CmsDbContext db, string contentItemId, CancellationToken cancellationToken);

    /// <summary>Takes out what is no longer published. Needed only if the index was damaged.</summary>
    /// <returns>How many were taken out.</returns>
    Task<int> RemoveStrayAsync(CmsDbContext db, CancellationToken cancellationToken);

    /// <summary>Tidies the files of the index after many changes, in small steps that let others write between them.</summary>
    Task CompactAsync(CmsDbContext db, CancellationToken cancellationToken);

    /// <summary>
    /// How many entries hold all terms, by type, branch and year together. Past <see cref="MaxGrouped" /> only the newest
    /// are counted.
    /// </summary>
    Task<IReadOnlyList<SearchGroup>> GroupAsync(
        CmsDbContext db, IReadOnlyList<SearchTerm> terms, CancellationToken cancellationToken);

    /// <summary>How many entries hold all terms and pass the filter, however many there are.</summary>
    Task<int> CountAsync(
        CmsDbContext db, IReadOnlyList<SearchTerm> terms, SearchFilter filter, CancellationToken cancellationToken);

    /// <summary>
    /// Entries that hold all terms, best first: a hit in the title counts most, then summary, labels, body; newer ones a
    /// little more. Of a word that thousands of entries hold, those with it in the title come first, then the newest.
    /// </summary>
    /// <param name="db">Where the index is.</param>
    /// <param name="query">What is looked for.</param>
    /// <param name="matches">Entries that hold all terms, before the filter, as <see cref="GroupAsync" /> told.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>Ids of the items.</returns>
    Task<IReadOnlyList<string>> FindAsync(CmsDbContext db, SearchQuery query, int matches, CancellationToken cancellationToken);

    /// <summary>
    /// Entries that hold two fifths or more of the terms that are found anywhere, those with most and rarest of them first;
    /// for queries that nothing answers wholly. Each term must be one token. A title counts more, even by single characters:
    /// who asks how to 交党费 is helped by 党费：交多少.
    /// </summary>
    Task<IReadOnlyList<SearchNear>> FindMostAsync(CmsDbContext db, SearchQuery query, CancellationToken cancellationToken);

    /// <summary>Entries whose title holds all terms, newest first.</summary>
    /// <param name="db">Where the index is.</param>
    /// <param name="terms">What the titles must hold; at least one.</param>
    /// <param name="isLastOpen">Whether the last word of the last term may go on, as it is still being typed.</param>
    /// <param name="take">Most entries to return.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>Ids of the items.</returns>
    Task<IReadOnlyList<string>> FindTitlesAsync(
        CmsDbContext db, IReadOnlyList<SearchTerm> terms, bool isLastOpen, int take, CancellationToken cancellationToken);
}
