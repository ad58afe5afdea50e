namespace PartyCms.Kernel.Content;

public sealed partial class ContentStore
{
    // The draft of a public item says what it changes; publishing it turns that into a note with a date.
    private async Task SettleNotesAsync(
        ContentItem item, ContentItem? head, bool publish, List<ContentProblem> problems, CancellationToken cancellationToken)
    {
        var live = head is null or { Published: true } ? head : await FindPublishedAsync(head.ContentItemId, cancellationToken);
        ChangeNotes.Check(item.Parts, isNewEdition: publish && live is not null, problems);
        if (publish && problems.Count == 0 && ChangeNotes.Settle(item.Parts, live?.Parts, clock.GetUtcNow()))
        {
            item.Store();
        }
    }
}
