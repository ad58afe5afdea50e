namespace PartyCms.Kernel.Content;

/// <summary>An item, or a new edition of it, can be read by everybody it is meant for.</summary>
public sealed record ContentPublished(
    string ContentItemId, string ContentItemVersionId, string ContentType, Guid? OrgUnitId, string Path, DateTimeOffset OccurredAt);

/// <summary>An item was taken down or deleted.</summary>
public sealed record ContentUnpublished(
    string ContentItemId, string ContentType, Guid? OrgUnitId, string Path, DateTimeOffset OccurredAt);
