using System.Globalization;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;

namespace PartyCms.Kernel.Content.Scheduling;

/// <summary>
/// Keeps the table of scheduled acts equal to what the documents say, inside the transaction that changes them. The
/// latest version rules: its time to publish counts while it is a draft, its time to take down while the item is public.
/// </summary>
public sealed class ContentSchedules(CmsDbContext db, ContentAccess access, AuditLog audit, Caller caller, SiteTime time)
{
    /// <summary>The schedule of an item, soonest first; not tracked.</summary>
    public async Task<IReadOnlyList<ContentSchedule>> ReadAsync(string contentItemId, CancellationToken cancellationToken) =>
        await db.Set<ContentSchedule>().AsNoTracking().Where(row => row.ContentItemId == contentItemId)
            .OrderBy(row => row.DueUtc).ToListAsync(cancellationToken);

    /// <summary>An act and its time for people, such as 定时发布：2026年9月16日 13:00.</summary>
    public string Describe(ScheduledAct act, DateTimeOffset due) => $"{NameOf(act)}：{time.FormatMinute(due)}";

    /// <summary>A schedule that was just fulfilled, with the time it was meant for, the real one and who had set it.</summary>
    internal string DescribeFired(ContentSchedule row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Describe(row.Act, row.DueUtc)}，实际 {time.ToLocal(time.Now):M月d日 HH:mm:ss}，由 {ActorName.Shown(row.SetBy)} 设定");

    /// <summary>The act's name for people.</summary>
    public static string NameOf(ScheduledAct act) => act == ScheduledAct.Publish ? "定时发布" : "定时下线";

    /// <summary>
    /// Brings the dates of a version that is about to be saved into their form and asks whether the caller may set them.
    /// A draft that somebody changes who may not publish it does not go out by itself any more.
    /// </summary>
    internal async Task CheckAsync(
        ContentItem item, bool publish, ICollection<ContentProblem> problems, CancellationToken cancellationToken)
    {
        var changed = false;
        var rows = await ReadAsync(item.ContentItemId, cancellationToken);
        foreach (var act in Enum.GetValues<ScheduledAct>())
        {
            if (!ScheduleDates.TryRead(item.Parts, act, out var due))
            {
                problems.Add(new ContentProblem(
                    ScheduleDates.PathOf(act), "请填写日期和时间。", "A UTC date such as 2026-09-16T05:00:00Z is required."));
                continue;
            }

            var known = rows.FirstOrDefault(row => row.Act == act)?.DueUtc;
            if (act == ScheduledAct.Publish)
            {
                due = publish ? null : await AllowedDraftDateAsync(item, due, known, problems, cancellationToken);
            }
            else if (due != known && await IsPublicAsync(item, cancellationToken) && !await MaySetAsync(item, cancellationToken))
            {
                problems.Add(Refusal(act));
            }

            changed |= ScheduleDates.Write(item.Parts, act, due);
        }

        if (changed)
        {
            item.Store();
        }
    }

    /// <summary>Writes the rows that follow from the latest version of an item.</summary>
    internal async Task KeepAsync(ContentItem latest, bool isPublic, CancellationToken cancellationToken)
    {
        ScheduleDates.TryRead(latest.Parts, ScheduledAct.Publish, out var publish);
        ScheduleDates.TryRead(latest.Parts, ScheduledAct.Archive, out var archive);
        var rows = await db.Set<ContentSchedule>().Where(row => row.ContentItemId == latest.ContentItemId).ToListAsync(cancellationToken);
        Keep(latest, rows, ScheduledAct.Publish, latest.Published ? null : publish, isFulfilled: latest.Published);
        var isShown = archive is not null && (isPublic || await IsPublicAsync(latest, cancellationToken));
        Keep(latest, rows, ScheduledAct.Archive, isShown ? archive : null, isFulfilled: false);
    }

    /// <summary>Ends what was scheduled for an item, all of it or one act.</summary>
    internal Task EndAsync(string contentItemId, ScheduledAct? act, CancellationToken cancellationToken) =>
        db.Set<ContentSchedule>().Where(row => row.ContentItemId == contentItemId && (act == null || row.Act == act))
            .ExecuteDeleteAsync(cancellationToken);

    private static ContentProblem Refusal(ScheduledAct act) => new(
        ScheduleDates.PathOf(act), $"您不能发布这条内容，也就不能{NameOf(act)}。", "Scheduling needs the permission to publish.");

    private async Task<DateTimeOffset?> AllowedDraftDateAsync(
        ContentItem item, DateTimeOffset? due, DateTimeOffset? known, ICollection<ContentProblem> problems, CancellationToken cancellationToken)
    {
        if (due is null || await MaySetAsync(item, cancellationToken))
        {
            return due;
        }

        if (due != known)
        {
            problems.Add(Refusal(ScheduledAct.Publish));
        }

        return null;
    }

    private void Keep(ContentItem latest, List<ContentSchedule> rows, ScheduledAct act, DateTimeOffset? due, bool isFulfilled)
    {
        var row = rows.SingleOrDefault(candidate => candidate.Act == act);
        if (due is not { } instant)
        {
            if (row is not null)
            {
                db.Remove(row);
                if (!isFulfilled)
                {
                    audit.Add("content.schedule-cancelled", latest.ContentItemId, Describe(act, row.DueUtc));
                }
            }

            return;
        }

        if (row is null)
        {
            row = new ContentSchedule
            {
                ContentItemId = latest.ContentItemId, Act = act, ContentType = latest.ContentType, SetBy = "",
            };
            db.Add(row);
        }

        row.OrgUnitId = latest.OrgUnitId;
        if (row.DueUtc != instant)
        {
            row.SetBy = caller.Name;
            row.SetUtc = time.Now;
            row.DueUtc = instant;
            audit.Add("content.scheduled", latest.ContentItemId, Describe(act, instant));
        }

        // A save may have mended what made the last try fail.
        row.NotBeforeUtc = instant;
        row.Failures = 0;
        row.LastError = null;
    }

    private Task<bool> IsPublicAsync(ContentItem item, CancellationToken cancellationToken) =>
        db.Set<ContentItem>().AnyAsync(row => row.ContentItemId == item.ContentItemId && row.Published, cancellationToken);

    // What readers see may belong to another branch than the draft that will take its place.
    private async Task<bool> MaySetAsync(ContentItem item, CancellationToken cancellationToken)
    {
        if (caller is { Id: null, Name: Caller.SystemName })
        {
            return true;
        }

        var live = await db.Set<ContentItem>().AsNoTracking()
            .Where(row => row.ContentItemId == item.ContentItemId && row.Published)
            .Select(row => new { row.OrgUnitId }).SingleOrDefaultAsync(cancellationToken);
        return await access.CanPublishAsync(item.ContentType, item.OrgUnitId, cancellationToken)
            && (live is null || await access.CanPublishAsync(item.ContentType, live.OrgUnitId, cancellationToken));
    }
}
