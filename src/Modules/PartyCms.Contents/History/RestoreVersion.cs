using PartyCms.Kernel.Content;
using PartyCms.Kernel.Time;

namespace PartyCms.Contents.History;

/// <summary>
/// Makes an old version the new draft. What readers see stays as it is, and a draft that was being worked on stays in
/// the history.
/// </summary>
internal sealed class RestoreVersion(ContentStore store, SiteTime time)
{
    /// <param name="version">The version to come back.</param>
    /// <param name="head">The latest version the caller has seen; another save in between is a conflict.</param>
    /// <param name="cancellationToken">Stops the act.</param>
    public Task<ContentOutcome> RunAsync(ContentItem version, ContentItem head, CancellationToken cancellationToken)
    {
        var parts = VersionParts.Clear(version.Parts.DeepClone().AsObject());
        if (version.ModifiedUtc is { } saved)
        {
            parts.Set(VersionParts.Comment, $"恢复自{time.FormatMinute(saved)}的版本");
        }

        return store.SaveDraftAsync(
            new ContentEdit
            {
                ContentItemId = head.ContentItemId,
                ContentType = head.ContentType,
                Parts = parts,
                DisplayText = version.DisplayText,
                ExpectedRevision = head.Revision,
                AsNewVersion = true,
            },
            cancellationToken);
    }
}
