using PartyCms.Kernel.Data;

namespace PartyCms.Kernel.Search;

/// <summary>
/// Full-text index of published content, kept by the database engine itself, so that it changes in the same
/// transaction as the content. Texts come plain; the index folds and cuts them (<see cref="Text.SearchText" />).
/// </summary>
public interface ISearchIndex
{
    /// <summary>Adds an entry, or replaces the one of the same item.</summary>
    Task PutAsync(CmsDbContext db, SearchEntry entry, CancellationToken cancellationToken);

    /// <summary>Takes an item out; one that is not there is no error.</summary>
    Task RemoveAsync(CmsDbContext db, string contentItemId, CancellationToken cancellationToken);

    /// <summary>Takes out what is no longer published. Needed only if the index was damaged.</summary>
    /// <returns>How many were taken out.</returns>
    Task<int> RemoveStrayAsync(CmsDbContext db, CancellationToken cancellationToken);

    /// <summary>Entries that hold all terms, best first: a hit in the title counts most, then summary, labels, body; newer ones a little more.</summary>
    Task<SearchHits> FindAsync(CmsDbContext db, SearchQuery query, CancellationToken cancellationToken);
}

/// <summary>What the index keeps of a published item; all texts plain.</summary>
/// <param name="ContentItemId">Id of the item.</param>
/// <param name="ContentType">Name of its type.</param>
/// <param name="OrgUnitId">The branch it belongs to; null for the platform.</param>
/// <param name="PublishedUtc">First publication, UTC.</param>
/// <param name="Title">Title.</param>
/// <param name="Summary">Summary.</param>
/// <param name="Labels">Names it can be found by besides its text: branch, kind, column.</param>
/// <param name="Body">Body; at most <see cref="MaxBodyLength" /> characters are kept.</param>
public sealed record SearchEntry(
    string ContentItemId,
    string ContentType,
    Guid? OrgUnitId,
    DateTimeOffset PublishedUtc,
    string Title,
    string Summary,
    string Labels,
    string Body)
{
    /// <summary>Longest body that is indexed, in UTF-16 characters.</summary>
    public const int MaxBodyLength = 50_000;
}

/// <summary>What somebody looks for.</summary>
/// <param name="Terms">All of them must be found; at least one.</param>
/// <param name="ContentType">Only of this type.</param>
/// <param name="OrgUnitId">Only of this branch.</param>
/// <param name="Skip">Hits to pass over; keep it small.</param>
/// <param name="Take">Hits to return.</param>
/// <param name="Now">The present instant, for freshness.</param>
public sealed record SearchQuery(
    IReadOnlyList<Text.SearchTerm> Terms, string? ContentType, Guid? OrgUnitId, int Skip, int Take, DateTimeOffset Now);

/// <summary>One page of hits.</summary>
/// <param name="Total">Hits on all pages.</param>
/// <param name="Hits">Best first.</param>
public sealed record SearchHits(int Total, IReadOnlyList<SearchHit> Hits)
{
    /// <summary>No hit at all.</summary>
    public static SearchHits None { get; } = new(0, []);
}

/// <summary>One hit.</summary>
/// <param name="ContentItemId">Id of the item.</param>
/// <param name="Body">Its plain body, for the snippet.</param>
public sealed record SearchHit(string ContentItemId, string Body);
