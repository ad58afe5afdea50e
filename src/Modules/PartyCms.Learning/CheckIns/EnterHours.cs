using PartyCms.Kernel.Data;
using PartyCms.Kernel.Time;
using PartyCms.Learning.Study;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.CheckIns;

/// <summary>Writes the ledger's lines of those who were at a gathering, within the caller's transaction.</summary>
internal sealed class EnterHours(CmsDbContext db, SiteTime time)
{
    /// <summary>One line each; of a day that is full already, what is left of it. Saves, with what the caller added.</summary>
    public async Task RunAsync(
        Gathering gathering, IReadOnlyList<CheckIn> checkIns, IReadOnlyList<MemberInfo> members, CancellationToken cancellationToken)
    {
        var day = time.DayOf(gathering.HeldUtc);
        var ids = checkIns.Select(checkIn => checkIn.MemberId).ToList();
        var studied = await db.Set<StudyEntry>()
            .Where(entry => ids.Contains(entry.MemberId) && entry.Year == day.Year && entry.Day == day)
            .GroupBy(entry => entry.MemberId)
            .Select(entries => new { MemberId = entries.Key, Minutes = entries.Sum(entry => entry.Minutes) })
            .ToDictionaryAsync(sum => sum.MemberId, sum => sum.Minutes, cancellationToken);
        var branches = members.ToDictionary(member => member.Id, member => member.BranchId);
        foreach (var checkIn in checkIns)
        {
            checkIn.Entry = new StudyEntry
            {
                MemberId = checkIn.MemberId,
                BranchId = branches.GetValueOrDefault(checkIn.MemberId, gathering.OrgUnitId),
                Mode = gathering.Mode,
                Title = gathering.Title,
                Day = day,
                Year = day.Year,
                Minutes = StudyTime.UnderCeiling(gathering.Minutes, studied.GetValueOrDefault(checkIn.MemberId)),
                RecordedUtc = time.Now,
                Note = gathering.Evidence(checkIn.Way),
            };
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
