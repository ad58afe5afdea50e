using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Time;
using PartyCms.Learning.Boards;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.CheckIns;

/// <summary>What came of checking in.</summary>
internal enum CheckInOutcome
{
    Done,

    /// <summary>They had checked in before; nothing changed.</summary>
    Already,

    /// <summary>It is too early, too late, or the list was confirmed.</summary>
    Closed,

    /// <summary>The gathering is of a unit that the member does not belong to.</summary>
    NotTheirs,
}

/// <summary>Notes that a member is there: by the code they saw, or by the secretary's hand.</summary>
internal sealed class MarkPresent(
    CmsDbContext db, IDatabaseProvider provider, Gatherings gatherings, EnterHours hours, BoardPages board, AuditLog audit,
    SiteTime time)
{
    /// <summary>A member checks in; whoever calls this has seen the code.</summary>
    public async Task<CheckInOutcome> ByCodeAsync(Gathering gathering, MemberInfo member, CancellationToken cancellationToken)
    {
        if (!await gatherings.IsOpenToAsync(gathering, member, cancellationToken))
        {
            return CheckInOutcome.NotTheirs;
        }

        return gathering.StateAt(time.Now) == GatheringState.Open
            ? await AddAsync(gathering, member, CheckInWay.Code, cancellationToken)
            : CheckInOutcome.Closed;
    }

    /// <summary>
    /// The secretary enters somebody from the sheet, also afterwards: then the hours are entered at once. Nobody is there
    /// before it begins.
    /// </summary>
    public async Task<CheckInOutcome> ByHandAsync(Gathering gathering, MemberInfo member, CancellationToken cancellationToken)
    {
        if (!await gatherings.IsOpenToAsync(gathering, member, cancellationToken))
        {
            return CheckInOutcome.NotTheirs;
        }

        return gathering.StateAt(time.Now) == GatheringState.Planned
            ? CheckInOutcome.Closed
            : await AddAsync(gathering, member, CheckInWay.ByHand, cancellationToken);
    }

    private async Task<CheckInOutcome> AddAsync(
        Gathering gathering, MemberInfo member, CheckInWay way, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // This row is what a confirmation writes, too: of the two, one waits for the other, so that nobody is noted
        // between the confirmation's look at the list and its end.
        var isConfirmed = gathering.ConfirmedUtc is not null;
        var counted = await db.Set<Gathering>().Where(row => row.Id == gathering.Id && (row.ConfirmedUtc != null) == isConfirmed)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Present, row => row.Present + 1), cancellationToken);
        if (counted == 0)
        {
            return CheckInOutcome.Closed;
        }

        var checkIn = new CheckIn { GatheringId = gathering.Id, MemberId = member.Id, Way = way, CheckedUtc = time.Now };
        db.Add(checkIn);
        if (way == CheckInWay.ByHand)
        {
            audit.Add("learning.checked-in-by-hand", member.Id.ToString(), gathering.Title);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            db.ChangeTracker.Clear();
            return CheckInOutcome.Already;
        }

        if (isConfirmed)
        {
            await hours.RunAsync(gathering, [checkIn], [member], cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        if (isConfirmed)
        {
            await board.RefreshAsync([member.Id], cancellationToken);
        }

        return CheckInOutcome.Done;
    }
}
