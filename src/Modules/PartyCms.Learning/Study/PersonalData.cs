using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Learning.Boards;
using PartyCms.Learning.CheckIns;
using PartyCms.Learning.Contracts;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Study;

/// <summary>One act on a member's personal data, as the member is told of it.</summary>
internal sealed record PersonalEvent(string When, string Who, string What);

/// <summary>All that is held about one member: by this module, and by those that say so.</summary>
internal sealed class PersonalData(
    CmsDbContext db, AuditLog audit, BranchDirectory branches, IEnumerable<IPersonalDataSource> others, SiteTime time)
{
    private const int EventsShown = 30;

    public Task<int> CountLinesAsync(Guid memberId, CancellationToken cancellationToken) =>
        db.Set<StudyEntry>().CountAsync(entry => entry.MemberId == memberId, cancellationToken);

    /// <summary>The newest acts on the member's data, newest first.</summary>
    public async Task<IReadOnlyList<PersonalEvent>> EventsAsync(Guid memberId, CancellationToken cancellationToken)
    {
        // The roster writes the id without hyphens.
        var (id, rosterId) = (memberId.ToString(), memberId.ToString("N"));
        var events = await db.Set<AuditEvent>().AsNoTracking().Where(act => act.SubjectId == id || act.SubjectId == rosterId)
            .OrderByDescending(act => act.Id).Take(EventsShown).ToListAsync(cancellationToken);
        return [.. events.Select(act => new PersonalEvent(time.FormatMinute(act.OccurredUtc), ActorName.Shown(act.ActorName, act.OnBehalfOf), Describe(act)))];
    }

    /// <summary>Everything, for the member to take away. The taking is noted.</summary>
    public async Task<object> ExportAsync(MemberInfo member, CancellationToken cancellationToken)
    {
        var entries = await db.Set<StudyEntry>().AsNoTracking().Where(entry => entry.MemberId == member.Id)
            .OrderBy(entry => entry.Id).Select(entry => new
            {
                entry.Day,
                entry.Mode,
                entry.Title,
                entry.ContentItemId,
                entry.Minutes,
                entry.DayCount,
                entry.RecordedUtc,
                entry.Note,
                IsReversal = entry.ReversesId != null,
                BestAnswers = entry.Quiz == null ? (int?)null : entry.Quiz.Right,
            }).ToListAsync(cancellationToken);
        var consents = await db.Set<BoardConsent>().AsNoTracking().Where(consent => consent.MemberId == member.Id)
            .Select(consent => new { consent.Purpose, consent.NameKind, consent.DisplayName, consent.GivenUtc })
            .ToListAsync(cancellationToken);
        var sessions = await db.Set<StudySession>().AsNoTracking().Where(session => session.MemberId == member.Id)
            .Select(session => new { session.ContentItemId, session.StartedUtc, session.LastSeenUtc, session.ActiveSeconds })
            .ToListAsync(cancellationToken);
        var checkIns = await db.Set<CheckIn>().AsNoTracking().Where(checkIn => checkIn.MemberId == member.Id)
            .Join(
                db.Set<Gathering>(), checkIn => checkIn.GatheringId, gathering => gathering.Id,
                (checkIn, gathering) => new { gathering.Title, gathering.HeldUtc, checkIn.Way, checkIn.CheckedUtc })
            .ToListAsync(cancellationToken);
        var elsewhere = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var source in others)
        {
            if (await source.ReadAsync(member, cancellationToken) is { } held)
            {
                elsewhere.Add(source.Name, held);
            }
        }

        audit.Add("member.data-exported", member.Id.ToString(), null);
        await db.SaveChangesAsync(cancellationToken);
        return new
        {
            ExportedUtc = time.Now,
            member.Name,
            Branch = await branches.NameOfAsync(member.BranchId, cancellationToken),
            member.AffiliatedOn,
            StudyEntries = entries,
            BoardConsents = consents,
            StudySessions = sessions,
            CheckIns = checkIns,
            Elsewhere = elsewhere,
        };
    }

    private static string Describe(AuditEvent act) => act.Kind switch
    {
        "learning.board-joined" => "参加学习榜",
        "learning.board-left" => "退出学习榜",
        "learning.checked-in-by-hand" => "登记签到：" + act.Detail,
        "learning.check-in-struck" => "取消签到，" + act.Detail,
        "member.data-exported" => "导出数据",
        "members.added" => "加入名册",
        "members.renamed" => "修改姓名",
        "members.proof-changed" => "修改核对码",
        "wechat.bound" => "绑定微信",
        "wechat.unbound" => "解除微信绑定",
        "wechat.reminder-on" => "开启学习提醒",
        "wechat.reminder-off" => "关闭学习提醒",
        "members.moved" => "转到另一个支部",
        "member.viewed" => "查看了您的信息",
        _ => act.Detail ?? act.Kind,
    };
}
