namespace PartyCms.Kernel.Search;

/// <summary>What the index keeps of a published item; all texts plain.</summary>
/// <param name="ContentItemId">Id of the item.</param>
/// <param name="ContentType">Name of its type.</param>
/// <param name="OrgUnitId">The branch it belongs to; null for the platform.</param>
/// <param name="PublishedUtc">First publication, UTC.</param>
/// <param name="Year">Year of the first publication by the site's calendar.</param>
/// <param name="Title">Title.</param>
/// <param name="Summary">Summary.</param>
/// <param name="Labels">Names it can be found by besides its text: branch, kind, column.</param>
/// <param name="Body">Body; at most <see cref="MaxBodyLength" /> characters are indexed.</param>
public sealed record SearchEntry(
    string ContentItemId,
    string ContentType,
    Guid? OrgUnitId,
    DateTimeOffset PublishedUtc,
    int Year,
    string Title,
    string Summary,
    string Labels,
    string Body)
{
    /// <summary>Longest body that is indexed, in UTF-16 characters.</summary>
    public const int MaxBodyLength = 50_000;

    /// <summary>The part of the body that is indexed.</summary>
    public string IndexedBody => Body.Length > MaxBodyLength ? Body[..MaxBodyLength] : Body;
}
