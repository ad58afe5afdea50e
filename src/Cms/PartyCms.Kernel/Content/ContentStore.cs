using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Content.Scheduling;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Outbox;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Web;

namespace PartyCms.Kernel.Content;

/// <summary>
/// The acts of content's life. Each is one transaction that changes versions, summary, module indexes, audit and
/// outbox together; cached pages are dropped after the commit. It does not ask who may: callers go through
/// <see cref="ContentAccess" /> first.
/// </summary>
public sealed partial class ContentStore(
    CmsDbContext db,
    ContentDefinitions definitions,
    IDatabaseProvider provider,
    IEnumerable<ContentHandler> handlers,
    ContentPreparation preparation,
    ContentSchedules schedules,
    OutboxWriter outbox,
    AuditLog audit,
    Caller caller,
    PublicCache cache,
    TimeProvider clock)
{
    /// <summary>The version an editor sees, or null.</summary>
    public Task<ContentItem?> FindLatestAsync(string contentItemId, CancellationToken cancellationToken) =>
        db.Set<ContentItem>().SingleOrDefaultAsync(item => item.ContentItemId == contentItemId && item.Latest, cancellationToken);

    /// <summary>The version a reader sees, or null.</summary>
    public Task<ContentItem?> FindPublishedAsync(string contentItemId, CancellationToken cancellationToken) =>
        db.Set<ContentItem>().AsNoTracking()
            .SingleOrDefaultAsync(item => item.ContentItemId == contentItemId && item.Published, cancellationToken);

    /// <summary>Where an item stands.</summary>
    public async Task<ContentState> GetStateAsync(ContentItem latest, CancellationToken cancellationToken)
    {
        if (latest.Published)
        {
            return ContentState.Published;
        }

        var id = latest.ContentItemId;
        if (await db.Set<ContentItem>().AnyAsync(item => item.ContentItemId == id && item.Published, cancellationToken))
        {
            return ContentState.PublishedWithDraft;
        }

        return await db.Set<ContentTombstone>().AnyAsync(tombstone => tombstone.ContentItemId == id, cancellationToken)
            ? ContentState.Withdrawn
            : ContentState.Draft;
    }

    /// <summary>Keeps a change for later; what readers see stays as it is.</summary>
    public Task<ContentOutcome> SaveDraftAsync(ContentEdit edit, CancellationToken cancellationToken) =>
        SaveAsync(edit, publish: false, cancellationToken);

    /// <summary>Saves a change and shows it to readers.</summary>
    public Task<ContentOutcome> PublishAsync(ContentEdit edit, CancellationToken cancellationToken) =>
        SaveAsync(edit, publish: true, cancellationToken);

    /// <summary>Takes an item down; its address answers 410 with the reason.</summary>
    public Task<ContentOutcome> WithdrawAsync(string contentItemId, string reason, CancellationToken cancellationToken) =>
        InTransactionAsync(async () =>
        {
            if (string.IsNullOrWhiteSpace(reason))
            {
                return ContentOutcome.Invalid([new ContentProblem("Reason", "请写明撤下原因，读者会看到。")]);
            }

            if (reason.Trim().Length > ContentTombstone.ReasonLength)
            {
                return ContentOutcome.Invalid(
                    [new ContentProblem("Reason", $"撤下原因最多 {ContentTombstone.ReasonLength} 个字，请缩短。")]);
            }

            var live = await db.Set<ContentItem>()
                .SingleOrDefaultAsync(item => item.ContentItemId == contentItemId && item.Published, cancellationToken);
            if (live is null)
            {
                return ContentOutcome.Refused(ContentVerdict.NotFound);
            }

            var now = clock.GetUtcNow();
            var summary = await db.Set<ContentSummary>().FindAsync([contentItemId], cancellationToken);
            db.Add(new ContentTombstone
            {
                ContentItemId = contentItemId,
                ContentType = live.ContentType,
                Path = summary?.Path ?? live.Path ?? "",
                Title = live.DisplayText ?? "",
                Reason = reason.Trim(),
                PublishedUtc = summary?.PublishedUtc ?? live.PublishedUtc ?? now,
                WithdrawnUtc = now,
            });
            await schedules.EndAsync(contentItemId, ScheduledAct.Archive, cancellationToken);
            await UnpublishAsync(live, now, "content.withdrawn", reason.Trim(), cancellationToken);
            return ContentOutcome.Done(live);
        }, cancellationToken);

    /// <summary>Throws an unfinished change away; the published version becomes the latest again.</summary>
    public Task<ContentOutcome> DiscardDraftAsync(string contentItemId, CancellationToken cancellationToken) =>
        InTransactionAsync(async () =>
        {
            var discarded = await db.Set<ContentItem>()
                .Where(item => item.ContentItemId == contentItemId && item.Latest && !item.Published
                    && db.Set<ContentItem>().Any(live => live.ContentItemId == contentItemId && live.Published))
                .ExecuteUpdateAsync(set => set.SetProperty(item => item.Latest, false), cancellationToken);
            if (discarded == 0)
            {
                return ContentOutcome.Refused(ContentVerdict.NotPossible);
            }

            db.ChangeTracker.Clear();
            var live = await db.Set<ContentItem>()
                .SingleAsync(item => item.ContentItemId == contentItemId && item.Published, cancellationToken);
            live.Latest = true;
            live.Revision++;
            await schedules.KeepAsync(live, isPublic: true, cancellationToken);
            audit.Add("content.draft-discarded", contentItemId, live.DisplayText);
            return ContentOutcome.Done(live);
        }, cancellationToken);

    /// <summary>Removes an item; its versions stay as history without a head.</summary>
    public Task<ContentOutcome> DeleteAsync(string contentItemId, CancellationToken cancellationToken) =>
        InTransactionAsync(async () =>
        {
            var head = await FindLatestAsync(contentItemId, cancellationToken);
            if (head is null)
            {
                return ContentOutcome.Refused(ContentVerdict.NotFound);
            }

            var live = await db.Set<ContentItem>()
                .SingleOrDefaultAsync(item => item.ContentItemId == contentItemId && item.Published, cancellationToken);
            if (live is not null)
            {
                await UnpublishAsync(live, clock.GetUtcNow(), "content.deleted", null, cancellationToken);
            }
            else
            {
                audit.Add("content.deleted", contentItemId, head.DisplayText);
            }

            await db.Set<ContentTombstone>().Where(tombstone => tombstone.ContentItemId == contentItemId)
                .ExecuteDeleteAsync(cancellationToken);
            await schedules.EndAsync(contentItemId, null, cancellationToken);
            head.Latest = false;
            head.Revision++;
            return ContentOutcome.Done(head);
        }, cancellationToken);

    private Task<ContentOutcome> SaveAsync(ContentEdit edit, bool publish, CancellationToken cancellationToken) =>
        InTransactionAsync(async () =>
        {
            if (definitions.FindType(edit.ContentType) is not { } type)
            {
                return ContentOutcome.Invalid([new ContentProblem("ContentType", $"没有“{edit.ContentType}”这种内容类型。")]);
            }

            ContentItem? head = null;
            if (edit.ContentItemId is { } id)
            {
                head = await FindLatestAsync(id, cancellationToken);
                if (head is null || head.ContentType != type.Name)
                {
                    return ContentOutcome.Refused(ContentVerdict.NotFound);
                }

                if (edit.ExpectedRevision is { } expected && expected != head.Revision)
                {
                    return ContentOutcome.Refused(ContentVerdict.Conflict);
                }
            }
            else if (edit.NewContentItemId is { } newId
                && await db.Set<ContentItem>().AnyAsync(item => item.ContentItemId == newId, cancellationToken))
            {
                return ContentOutcome.Refused(ContentVerdict.Conflict);
            }

            var isSameSitting = !publish && await IsSameSittingAsync(head, cancellationToken);
            var (item, problems) = await preparation.PrepareAsync(edit, type, head, publish, cancellationToken);
            await schedules.CheckAsync(item, publish, problems, cancellationToken);
            foreach (var handler in handlers)
            {
                await handler.ValidateAsync(item, publish, problems, cancellationToken);
            }

            await SettleNotesAsync(item, head, publish, problems, cancellationToken);
            if (problems.Count > 0)
            {
                return ContentOutcome.Invalid([.. problems]);
            }

            if (head is not null && !await StepDownAsync(head, publish, cancellationToken))
            {
                return ContentOutcome.Refused(ContentVerdict.Conflict);
            }

            item.Latest = true;
            item.Published = publish;
            if (ReferenceEquals(item, head))
            {
                db.Attach(item).State = EntityState.Modified;
                item.Revision++;
            }
            else
            {
                db.Add(item);
            }

            foreach (var handler in handlers)
            {
                await handler.SavedAsync(item, cancellationToken);
            }

            if (publish)
            {
                await ShowAsync(item, edit.PublishedUtc, cancellationToken);
            }

            await schedules.KeepAsync(item, isPublic: publish, cancellationToken);
            if (!isSameSitting)
            {
                audit.Add(publish ? "content.published" : DraftSaved, item.ContentItemId, item.DisplayText);
            }

            return ContentOutcome.Done(item);
        }, cancellationToken);

    // The partial unique indexes allow one head and one live row at every moment, so the old rows step down first.
    // Comparing the revision here is what makes parallel saves lose: only one of them finds the row as it read it.
    private async Task<bool> StepDownAsync(ContentItem head, bool publish, CancellationToken cancellationToken)
    {
        var id = head.ContentItemId;
        var claimed = await db.Set<ContentItem>()
            .Where(row => row.Id == head.Id && row.Latest && row.Revision == head.Revision)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Latest, false)
                    .SetProperty(row => row.Published, row => row.Published && !publish), cancellationToken);
        if (claimed == 0)
        {
            return false;
        }

        if (publish)
        {
            await db.Set<ContentItem>().Where(row => row.ContentItemId == id && row.Published)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Published, false), cancellationToken);
        }

        db.ChangeTracker.Clear();
        return true;
    }

    /// <summary>Makes a version that is about to be saved the one readers see: summary, indexes, outbox, cached pages.</summary>
    internal async Task ShowAsync(ContentItem item, DateTimeOffset? firstPublished, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        item.PublishedUtc = firstPublished ?? now;
        var summary = await DescribeAsync(item, cancellationToken);
        await db.Set<ContentTombstone>().Where(tombstone => tombstone.ContentItemId == item.ContentItemId)
            .ExecuteDeleteAsync(cancellationToken);
        foreach (var handler in handlers)
        {
            await handler.PublishedAsync(item, summary, cancellationToken);
        }

        outbox.Add(new ContentPublished(
            item.ContentItemId, item.ContentItemVersionId, item.ContentType, item.OrgUnitId, summary?.Path ?? "", now));
        if (summary is not null)
        {
            cache.Drop(summary);
        }
    }

    // An item without an address is part of other pages and stands in no list; one that lost its address leaves them.
    private async Task<ContentSummary?> DescribeAsync(ContentItem item, CancellationToken cancellationToken)
    {
        var summary = await db.Set<ContentSummary>().FindAsync([item.ContentItemId], cancellationToken);
        if (summary is not null)
        {
            cache.Drop(summary);
        }

        if (item.Path is null)
        {
            if (summary is not null)
            {
                db.Remove(summary);
            }

            return null;
        }

        if (summary is null)
        {
            summary = new ContentSummary
            {
                ContentItemId = item.ContentItemId,
                ContentItemVersionId = item.ContentItemVersionId,
                ContentType = item.ContentType,
                Title = "",
                Path = item.Path,
                PublishedUtc = item.PublishedUtc!.Value,
            };
            db.Add(summary);
        }

        ContentPreparation.Describe(item, summary, item.PublishedUtc!.Value);
        return summary;
    }

    private async Task UnpublishAsync(
        ContentItem live, DateTimeOffset now, string auditKind, string? detail, CancellationToken cancellationToken)
    {
        live.Published = false;
        live.PublishedUtc = null;
        live.ModifiedUtc = now;
        live.Revision++;
        await HideAsync(live, now, cancellationToken);
        audit.Add(auditKind, live.ContentItemId, detail ?? live.DisplayText);
    }

    /// <summary>Takes an item out of everything readers see; its rows are the caller's business.</summary>
    internal async Task HideAsync(ContentItem live, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var summary = await db.Set<ContentSummary>().FindAsync([live.ContentItemId], cancellationToken);
        if (summary is not null)
        {
            db.Remove(summary);
            cache.Drop(summary);
        }

        foreach (var handler in handlers)
        {
            await handler.UnpublishedAsync(live, cancellationToken);
        }

        outbox.Add(new ContentUnpublished(live.ContentItemId, live.ContentType, live.OrgUnitId, summary?.Path ?? "", now));
    }

    // Joins the caller's transaction where there is one (a recipe); the one who opened it commits and drops the cache.
    private async Task<ContentOutcome> InTransactionAsync(Func<Task<ContentOutcome>> act, CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        var own = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(cancellationToken)
            : null;
        await using var scope = own;
        try
        {
            var outcome = await act();
            if (!outcome.IsDone)
            {
                db.ChangeTracker.Clear();
                cache.Forget();
                return outcome;
            }

            await db.SaveChangesAsync(cancellationToken);
            if (own is not null)
            {
                await own.CommitAsync(cancellationToken);
                cache.Flush();
                outbox.Wake();
            }

            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            cache.Forget();
            return ContentOutcome.Refused(ContentVerdict.Conflict);
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            db.ChangeTracker.Clear();
            cache.Forget();
            return ContentOutcome.Refused(ContentVerdict.Conflict);
        }
    }
}
