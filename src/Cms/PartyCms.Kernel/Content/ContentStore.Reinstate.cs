using PartyCms.Kernel.Content.Scheduling;

namespace PartyCms.Kernel.Content;

public sealed partial class ContentStore
{
    /// <summary>
    /// Shows a withdrawn item again as readers last saw it, under its permalink and with its first date; the tombstone
    /// goes. A draft begun since stays a draft.
    /// </summary>
    public Task<ContentOutcome> ReinstateAsync(string contentItemId, CancellationToken cancellationToken) =>
        InTransactionAsync(async () =>
        {
            var tombstone = await db.Set<ContentTombstone>().AsNoTracking()
                .SingleOrDefaultAsync(row => row.ContentItemId == contentItemId, cancellationToken);
            if (tombstone is null)
            {
                return ContentOutcome.Refused(ContentVerdict.NotFound);
            }

            // Withdrawing stamped the version and the tombstone with the same moment.
            var version = await db.Set<ContentItem>()
                .Where(row => row.ContentItemId == contentItemId && row.ModifiedUtc == tombstone.WithdrawnUtc)
                .OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancellationToken);
            if (version is null || !await db.Set<ContentItem>()
                .AnyAsync(row => row.ContentItemId == contentItemId && row.Latest, cancellationToken))
            {
                return ContentOutcome.Refused(ContentVerdict.NotPossible);
            }

            var problems = new List<ContentProblem>();
            if (await db.Set<ContentItem>().AnyAsync(
                other => other.Path == version.Path && other.ContentItemId != contentItemId && (other.Latest || other.Published), cancellationToken))
            {
                problems.Add(new ContentProblem(ContentParts.Permalink, "原来的网址已被别的内容使用，请在编辑页换一个网址再发布。"));
            }

            foreach (var handler in handlers)
            {
                await handler.ValidateAsync(version, isPublication: true, problems, cancellationToken);
            }

            if (problems.Count > 0)
            {
                return ContentOutcome.Invalid(problems);
            }

            EndArchiveThatIsOver(version);
            version.Published = true;
            version.ModifiedUtc = clock.GetUtcNow();
            version.Revision++;
            await ShowAsync(version, tombstone.PublishedUtc, cancellationToken);
            await schedules.KeepAsync(
                version.Latest ? version : (await FindLatestAsync(contentItemId, cancellationToken))!, isPublic: true, cancellationToken);
            audit.Add("content.reinstated", contentItemId, version.DisplayText);
            return ContentOutcome.Done(version);
        }, cancellationToken);

    // Else it would be gone again within the minute.
    private void EndArchiveThatIsOver(ContentItem version)
    {
        if (ScheduleDates.TryRead(version.Parts, ScheduledAct.Archive, out var due) && due <= clock.GetUtcNow()
            && ScheduleDates.Write(version.Parts, ScheduledAct.Archive, null))
        {
            version.Store();
        }
    }
}
