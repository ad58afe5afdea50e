using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Time;
using PartyCms.Learning.Boards;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.CheckIns;

/// <summary>The secretary's word on who was there: the machine notes, a person confirms (domain 6.6).</summary>
internal sealed class ConfirmPresent(
    CmsDbContext db, MemberDirectory members, EnterHours hours, BoardPages board, AuditLog audit, SiteTime time)
{
    /// <summary>Enters the hours of all who checked in; false where that was done before. A second press does nothing.</summary>
    /// <param name="gathering">Which.</param>
    /// <param name="minutes">How long it really lasted.</param>
    /// <param name="cancellationToken">Stops the act.</param>
    public async Task<bool> RunAsync(Gathering gathering, int minutes, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var now = time.Now;
        if (await db.Set<Gathering>().Where(row => row.Id == gathering.Id && row.ConfirmedUtc == null)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.ConfirmedUtc, now).SetProperty(row => row.Minutes, minutes), cancellationToken) == 0)
        {
            return false;
        }

        gathering.Minutes = minutes;
        var present = await db.Set<CheckIn>().Where(checkIn => checkIn.GatheringId == gathering.Id).ToListAsync(cancellationToken);
        var ids = present.Select(checkIn => checkIn.MemberId).ToList();
        audit.Add("learning.check-in-confirmed", gathering.Id.ToString(), $"{gathering.Title}，{present.Count} 人");
        await hours.RunAsync(gathering, present, await members.ListAsync(ids, cancellationToken), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await board.RefreshAsync(ids, cancellationToken);
        return true;
    }

    /// <summary>Takes somebody off the list; hours that were entered are taken back by a reversing line with the reason.</summary>
    public async Task<bool> StrikeAsync(Gathering gathering, Guid memberId, string reason, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Set<Gathering>().Where(row => row.Id == gathering.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Present, row => row.Present - 1), cancellationToken);
        var checkIn = await db.Set<CheckIn>().Include(row => row.Entry)
            .SingleOrDefaultAsync(row => row.GatheringId == gathering.Id && row.MemberId == memberId, cancellationToken);
        if (checkIn is null)
        {
            return false;
        }

        if (checkIn.Entry is { } entry)
        {
            db.Add(entry.Reverse(reason.Trim(), time.Now));
        }

        db.Remove(checkIn);
        audit.Add("learning.check-in-struck", memberId.ToString(), $"{gathering.Title}：{reason.Trim()}");
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await board.RefreshAsync([memberId], cancellationToken);
        return true;
    }
}
