namespace PartyCms.Kernel.Content.Importing;

/// <summary>A stored version without its document.</summary>
internal sealed record ImportRow(
    long Id, string ContentItemId, string ContentItemVersionId, bool Latest, bool Published, int Revision);

/// <summary>What a batch of an import needs to know of what is stored, read at once.</summary>
/// <param name="Rows">All versions of the batch's items, and versions of other items under the same ids.</param>
/// <param name="ByVersion">The same rows by the id of their version, without case.</param>
/// <param name="Known">The tracked rows of versions that the batch brings again, by row number.</param>
/// <param name="PathOwners">Ids of the items that hold the addresses the batch asks for.</param>
internal sealed record ImportGround(
    ILookup<string, ImportRow> Rows,
    IReadOnlyDictionary<string, ImportRow> ByVersion,
    IReadOnlyDictionary<long, ContentItem> Known,
    ILookup<string, string> PathOwners);
