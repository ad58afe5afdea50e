using PartyCms.Kernel.Audit;

namespace PartyCms.Kernel.Content;

public sealed partial class ContentStore
{
    private const string DraftSaved = "content.draft-saved";

    /// <summary>A pause after which a save begins a new sitting.</summary>
    private static readonly TimeSpan SittingPause = TimeSpan.FromMinutes(30);

    // Autosave stores every few seconds; the audit wants to know who worked on what, once for each sitting.
    private async Task<bool> IsSameSittingAsync(ContentItem? head, CancellationToken cancellationToken)
    {
        if (head is null || head.Published || head.Author != caller.Name || head.ModifiedUtc + SittingPause < clock.GetUtcNow())
        {
            return false;
        }

        var last = await db.Set<AuditEvent>().AsNoTracking()
            .Where(entry => entry.SubjectId == head.ContentItemId).OrderByDescending(entry => entry.Id)
            .Select(entry => new { entry.Kind, entry.ActorId }).FirstOrDefaultAsync(cancellationToken);
        return last?.Kind == DraftSaved && last.ActorId == caller.Id;
    }
}
