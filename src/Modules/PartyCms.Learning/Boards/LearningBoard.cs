using PartyCms.Kernel.Data;
using PartyCms.Kernel.Time;
using PartyCms.Learning.Progress;
using PartyCms.Learning.Study;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Boards;

/// <summary>
/// Reads the board (学习达人榜) from the ledger and the consents of this very moment; nothing is stored in between, so
/// who withdraws is gone with the next look, from past periods as well.
/// </summary>
internal sealed class LearningBoard(CmsDbContext db, MemberDirectory members, SiteTime time)
{
    private const int LargestBranch = 1000;

    /// <summary>Who stands on the board that everybody sees: only who agreed to that.</summary>
    public Task<IReadOnlyList<BoardEntry>> OfPlatformAsync(BoardPeriod period, CancellationToken cancellationToken) =>
        ReadAsync(period, db.Set<BoardConsent>().Where(consent => consent.Purpose == BoardPurpose.Platform), cancellationToken);

    /// <summary>Who stands on a branch's own board: its members who agreed to that.</summary>
    public async Task<IReadOnlyList<BoardEntry>> OfBranchAsync(
        BoardPeriod period, Guid branchId, CancellationToken cancellationToken)
    {
        var ids = (await members.ListAsync(branchId, LargestBranch, cancellationToken)).Select(member => member.Id).ToList();
        return await ReadAsync(
            period,
            db.Set<BoardConsent>().Where(consent => consent.Purpose == BoardPurpose.Branch && ids.Contains(consent.MemberId)),
            cancellationToken);
    }

    /// <summary>One member's own value, agreed or not; for that member only.</summary>
    public async Task<int> ValueOfAsync(BoardPeriod period, Guid memberId, CancellationToken cancellationToken) =>
        (await ValuesAsync(period, Lines(period).Where(entry => entry.MemberId == memberId), cancellationToken))
        .GetValueOrDefault(memberId);

    public Board Make(IReadOnlyList<BoardEntry> agreed) => BoardRules.Make(agreed, time.Today);

    private async Task<IReadOnlyList<BoardEntry>> ReadAsync(
        BoardPeriod period, IQueryable<BoardConsent> consents, CancellationToken cancellationToken)
    {
        var names = await consents.AsNoTracking().Select(consent => new { consent.MemberId, consent.DisplayName })
            .ToListAsync(cancellationToken);
        var lines = Lines(period).Where(entry => consents.Any(consent => consent.MemberId == entry.MemberId));
        var values = await ValuesAsync(period, lines, cancellationToken);
        return [.. names.Select(name => new BoardEntry(name.MemberId, name.DisplayName, values.GetValueOrDefault(name.MemberId)))];
    }

    private IQueryable<StudyEntry> Lines(BoardPeriod period)
    {
        var (from, until, year) = (period.FirstDay, period.EndsBefore, period.FirstDay.Year);
        return db.Set<StudyEntry>().Where(entry => entry.Year == year && entry.Day >= from && entry.Day < until);
    }

    private static Task<Dictionary<Guid, int>> ValuesAsync(
        BoardPeriod period, IQueryable<StudyEntry> lines, CancellationToken cancellationToken) =>
        period.Kind == BoardKind.Days ? DaysAsync(lines, cancellationToken) : CreditsAsync(lines, cancellationToken);

    private static Task<Dictionary<Guid, int>> DaysAsync(IQueryable<StudyEntry> entries, CancellationToken cancellationToken) =>
        entries.Where(entry => entry.DayCount != 0).GroupBy(entry => entry.MemberId)
            .Select(lines => new { lines.Key, Days = lines.Sum(entry => entry.DayCount) })
            .ToDictionaryAsync(sum => sum.Key, sum => sum.Days, cancellationToken);

    // Whole credits: with tenths nearly everybody would stand alone in a group.
    private static async Task<Dictionary<Guid, int>> CreditsAsync(
        IQueryable<StudyEntry> entries, CancellationToken cancellationToken)
    {
        var sums = await entries.GroupBy(entry => entry.MemberId).Select(lines => new
        {
            lines.Key,
            Distance = lines.Sum(entry => entry.Mode == StudyMode.DailyLesson ? entry.Minutes : 0),
            Intensive = lines.Sum(entry => entry.Mode == StudyMode.DailyLesson ? 0 : entry.Minutes),
        }).ToListAsync(cancellationToken);
        return sums.ToDictionary(sum => sum.Key, sum => (int)CreditRules.Of(sum.Distance, sum.Intensive, bonus: 0).Total);
    }
}
