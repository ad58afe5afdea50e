using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Content.Permalinks;
using PartyCms.Kernel.Content.Scheduling;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.Kernel.Content.Importing;

/// <summary>
/// Brings versions in from another site or an earlier export, with their ids, dates, owners and flags, and with the same
/// cleaning, checks, index tables, audit and outbox as a save. Works inside the caller's transaction, in batches; it
/// does not ask who may.
/// </summary>
public sealed class ContentImport(
    CmsDbContext db,
    ContentDefinitions definitions,
    ContentPreparation preparation,
    ContentStore store,
    ContentSchedules schedules,
    IEnumerable<ContentHandler> handlers,
    Caller caller,
    AuditLog audit,
    TimeProvider clock)
{
    private const int BatchSize = 200;

    /// <summary>
    /// Imports versions in their order. One faulty version and nothing more is written, but the rest is still checked,
    /// so that all faults are told at once; the caller then rolls back.
    /// </summary>
    /// <returns>One result for each version, in the same order.</returns>
    public async Task<IReadOnlyList<ImportResult>> RunAsync(
        IReadOnlyList<ImportedVersion> versions, CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        var results = new ImportResult[versions.Count];
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var batch = new List<int>(BatchSize);
        var items = new HashSet<string>(StringComparer.Ordinal);
        var isFaulty = false;
        for (var i = 0; i < versions.Count; i++)
        {
            if (versions[i].ContentItemVersionId is { } version && !seen.Add(version))
            {
                results[i] = ImportResult.Repeated;
                continue;
            }

            // Two versions of one item never share a batch: the second must find what the first has made.
            if (batch.Count == BatchSize || !items.Add(versions[i].ContentItemId))
            {
                isFaulty = await RunBatchAsync(versions, batch, results, isFaulty, cancellationToken);
                batch.Clear();
                items.Clear();
                items.Add(versions[i].ContentItemId);
            }

            batch.Add(i);
        }

        await RunBatchAsync(versions, batch, results, isFaulty, cancellationToken);
        return results;
    }

    private async Task<bool> RunBatchAsync(
        IReadOnlyList<ImportedVersion> versions, List<int> batch, ImportResult[] results, bool isFaulty, CancellationToken cancellationToken)
    {
        var ground = await ReadAsync([.. batch.Select(index => versions[index])], cancellationToken);
        var claimed = new Dictionary<string, string>(StringComparer.Ordinal);
        var plans = new List<ImportPlan>(batch.Count);
        foreach (var index in batch)
        {
            var plan = await PlanAsync(versions[index], ground, claimed, cancellationToken);
            plans.Add(plan);
            isFaulty |= plan.Problems.Count > 0;
            results[index] = plan.Problems.Count > 0
                ? ImportResult.Faulty(plan.Problems)
                : new(plan.Decision.Act, plan.Item!.ContentItemVersionId, false, [], plan.Changed);
        }

        if (!isFaulty)
        {
            await WriteAsync([.. plans.Where(plan => plan.Decision.Act != ImportAct.Keep)], cancellationToken);
        }

        db.ChangeTracker.Clear();
        return isFaulty;
    }

    private async Task<ImportGround> ReadAsync(IReadOnlyList<ImportedVersion> versions, CancellationToken cancellationToken)
    {
        var items = versions.Select(version => version.ContentItemId).ToList();
        var ids = versions.Select(version => version.ContentItemVersionId).OfType<string>().ToList();
        var rows = await db.Set<ContentItem>().AsNoTracking()
            .Where(row => items.Contains(row.ContentItemId) || ids.Contains(row.ContentItemVersionId))
            .Select(row => new ImportRow(
                row.Id, row.ContentItemId, row.ContentItemVersionId, row.Latest, row.Published, row.Revision))
            .ToListAsync(cancellationToken);
        var byVersion = rows.GroupBy(row => row.ContentItemVersionId, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);
        var known = ids.Select(id => byVersion.GetValueOrDefault(id)?.Id).OfType<long>().ToList();
        var paths = versions
            .Select(version => definitions.FindType(version.ContentType) is { HasAddress: true } type
                ? PermalinkFinder.Wanted(version.Parts, type)
                : null)
            .OfType<string>().ToList();
        var owners = await db.Set<ContentItem>().AsNoTracking()
            .Where(row => paths.Contains(row.Path!) && (row.Latest || row.Published))
            .Select(row => new { row.Path, row.ContentItemId }).Distinct().ToListAsync(cancellationToken);
        return new ImportGround(
            rows.ToLookup(row => row.ContentItemId, StringComparer.Ordinal),
            byVersion,
            await db.Set<ContentItem>().Where(row => known.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken),
            owners.ToLookup(owner => owner.Path!, owner => owner.ContentItemId, StringComparer.Ordinal));
    }

    private async Task<ImportPlan> PlanAsync(
        ImportedVersion version, ImportGround ground, Dictionary<string, string> claimed, CancellationToken cancellationToken)
    {
        var row = version.ContentItemVersionId is { } id ? ground.ByVersion.GetValueOrDefault(id) : null;
        var others = ground.Rows[version.ContentItemId].Where(other => other.Id != row?.Id).ToList();
        var stored = row is null ? null : ground.Known[row.Id];
        var prepared = await preparation.PrepareAsync(version, stored, ground.PathOwners, claimed, cancellationToken);
        var decision = ImportDecision.Of(version.Latest, version.Published, new ImportSituation(
            row is not null,
            stored is not null && prepared.IsSameAs(stored, version),
            others.Exists(other => other.Latest),
            others.Exists(other => other.Published)));
        if (prepared.Problems.Count > 0 || decision.Act == ImportAct.Keep)
        {
            return new ImportPlan(version, decision, stored, others, prepared.Problems, []);
        }

        var now = clock.GetUtcNow();
        var item = stored ?? new ContentItem
        {
            ContentItemId = version.ContentItemId,
            ContentItemVersionId = version.ContentItemVersionId ?? ContentIds.New(),
            ContentType = version.ContentType,
            Revision = others.Select(other => other.Revision).DefaultIfEmpty().Max(),
        };
        prepared.CopyTo(item, version, caller, now);
        if (decision.Latest || decision.Published)
        {
            foreach (var handler in handlers)
            {
                await handler.ValidateAsync(item, decision.Published, prepared.Problems, cancellationToken);
            }
        }

        return new ImportPlan(version, decision, item, others, prepared.Problems, prepared.Changed);
    }

    private async Task WriteAsync(IReadOnlyList<ImportPlan> plans, CancellationToken cancellationToken)
    {
        await StepDownAsync(plans, cancellationToken);
        var items = plans.Select(plan => plan.Version.ContentItemId).ToList();
        var scheduled = (await db.Set<ContentSchedule>().Where(row => items.Contains(row.ContentItemId))
            .Select(row => row.ContentItemId).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        foreach (var plan in plans)
        {
            var item = plan.Item!;
            var wasLive = item.Published || plan.Others.Any(other => other.Published);
            (item.Latest, item.Published) = (plan.Decision.Latest, plan.Decision.Published);
            item.Revision++;
            if (plan.Decision.Act == ImportAct.Add)
            {
                db.Add(item);
            }

            if (item.Published)
            {
                await store.ShowAsync(item, item.PublishedUtc, cancellationToken);
            }
            else if (wasLive && !plan.Others.Any(other => other.Published))
            {
                await store.HideAsync(item, clock.GetUtcNow(), cancellationToken);
            }

            var isPublic = item.Published || plan.Others.Any(other => other.Published);
            if (item.Latest && (scheduled.Contains(item.ContentItemId) || HasDates(item)))
            {
                await schedules.KeepAsync(item, isPublic, cancellationToken);
            }

            audit.Add("content.imported", item.ContentItemId, item.DisplayText);
        }

        await db.SaveChangesAsync(cancellationToken);
        await ExecuteAsync(
            plans, plan => plan.Decision.LiveBecomesHead, other => other.Published,
            rows => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.Latest, true), cancellationToken));
    }

    private static bool HasDates(ContentItem item) =>
        item.Parts.Find(ScheduleDates.Publish) is not null || item.Parts.Find(ScheduleDates.Archive) is not null;

    // The partial unique indexes allow one head and one live row at every moment, so the old rows step down first.
    private async Task StepDownAsync(IReadOnlyList<ImportPlan> plans, CancellationToken cancellationToken)
    {
        await ExecuteAsync(
            plans, plan => plan.Decision.HeadStepsDown, other => other.Latest,
            rows => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.Latest, false), cancellationToken));
        await ExecuteAsync(
            plans, plan => plan.Decision.LiveStepsDown, other => other.Published,
            rows => rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.Published, false), cancellationToken));
    }

    private async Task ExecuteAsync(
        IEnumerable<ImportPlan> plans, Func<ImportPlan, bool> isMeant, Func<ImportRow, bool> isRow, Func<IQueryable<ContentItem>, Task<int>> act)
    {
        var ids = plans.Where(isMeant).SelectMany(plan => plan.Others.Where(isRow)).Select(row => row.Id).ToList();
        if (ids.Count > 0)
        {
            await act(db.Set<ContentItem>().Where(row => ids.Contains(row.Id)));
        }
    }
}
