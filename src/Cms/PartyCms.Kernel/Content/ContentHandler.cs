namespace PartyCms.Kernel.Content;

/// <summary>
/// Lets a module take part in the life of content inside the same transaction: check it, fill its summary, keep an
/// index table. What may be true a second later listens to <see cref="ContentPublished" /> instead.
/// </summary>
public abstract class ContentHandler
{
    /// <summary>Adds what is wrong with an item that is about to be saved.</summary>
    /// <param name="item">The version to be saved; parts are sanitised.</param>
    /// <param name="isPublication">False for a draft, which may be incomplete.</param>
    /// <param name="problems">Collects one entry for each fault.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public virtual ValueTask ValidateAsync(
        ContentItem item, bool isPublication, ICollection<ContentProblem> problems, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    /// <summary>
    /// Called for every version that is written, draft or not, when it will be kept unless the transaction fails; of a
    /// published one before <see cref="PublishedAsync" />. A draft saved again comes again under the same version id.
    /// </summary>
    public virtual ValueTask SavedAsync(ContentItem item, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    /// <summary>
    /// Called when a version becomes the one readers see; the summary may still be changed. An item without a public
    /// address has none.
    /// </summary>
    public virtual ValueTask PublishedAsync(ContentItem item, ContentSummary? summary, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    /// <summary>Called when an item is no longer shown to readers.</summary>
    public virtual ValueTask UnpublishedAsync(ContentItem item, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;
}
