using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.CheckIns;

/// <summary>Finds gatherings: for whoever holds them, in the own part of the tree; for a member, what is open to them.</summary>
internal sealed class Gatherings(CmsDbContext db, Caller caller, AuditLog audit, SiteTime time)
{
    private const int Shown = 50;

    /// <summary>The newest ones the caller may hold.</summary>
    public async Task<IReadOnlyList<Gathering>> ListAsync(CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        return await Held().OrderByDescending(gathering => gathering.HeldUtc).Take(Shown).ToListAsync(cancellationToken);
    }

    /// <summary>One the caller may hold, or null.</summary>
    public async Task<Gathering?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await caller.LoadAsync(cancellationToken);
        return await Held().SingleOrDefaultAsync(gathering => gathering.Id == id, cancellationToken);
    }

    /// <summary>The one behind a code that was scanned, whoever scans it.</summary>
    public Task<Gathering?> FindScannedAsync(Guid id, CancellationToken cancellationToken) =>
        db.Set<Gathering>().AsNoTracking().SingleOrDefaultAsync(gathering => gathering.Id == id, cancellationToken);

    /// <summary>Those a member may check in to now, with whether they have.</summary>
    public async Task<IReadOnlyList<OpenGathering>> OpenToAsync(MemberInfo member, CancellationToken cancellationToken)
    {
        var (from, to) = GatheringStates.BeginsOfOpen(time.Now);
        var near = await db.Set<Gathering>().AsNoTracking()
            .Where(gathering => gathering.ConfirmedUtc == null && gathering.HeldUtc >= from && gathering.HeldUtc <= to
                && db.Set<ScopeClosure>().Any(pair => pair.AncestorId == gathering.OrgUnitId && pair.DescendantId == member.BranchId))
            .OrderBy(gathering => gathering.HeldUtc)
            .Select(gathering => new OpenGathering(
                gathering,
                db.Set<CheckIn>().Where(checkIn => checkIn.GatheringId == gathering.Id && checkIn.MemberId == member.Id)
                    .Select(checkIn => (DateTimeOffset?)checkIn.CheckedUtc).SingleOrDefault()))
            .ToListAsync(cancellationToken);
        return near.FindAll(open => open.Gathering.StateAt(time.Now) == GatheringState.Open);
    }

    /// <summary>Whether a member belongs to those who gather.</summary>
    public Task<bool> IsOpenToAsync(Gathering gathering, MemberInfo member, CancellationToken cancellationToken) =>
        db.Set<ScopeClosure>().AnyAsync(
            pair => pair.AncestorId == gathering.OrgUnitId && pair.DescendantId == member.BranchId, cancellationToken);

    /// <summary>Who has checked in, by name of the roster; that somebody looked is noted.</summary>
    public async Task<IReadOnlyList<CheckIn>> ViewAsync(Gathering gathering, CancellationToken cancellationToken)
    {
        audit.Add("members.viewed", gathering.OrgUnitId.ToString("N"), gathering.Title);
        await db.SaveChangesAsync(cancellationToken);
        return await db.Set<CheckIn>().AsNoTracking().Where(checkIn => checkIn.GatheringId == gathering.Id)
            .OrderBy(checkIn => checkIn.CheckedUtc).ToListAsync(cancellationToken);
    }

    private IQueryable<Gathering> Held() => caller.ScopeOf(LearningPermissions.HoldCheckIn)
        .Filter(db.Set<Gathering>().AsNoTracking(), db, gathering => gathering.OrgUnitId);
}

/// <summary>A gathering that a member may check in to.</summary>
/// <param name="Gathering">Which.</param>
/// <param name="CheckedUtc">When they did; null before.</param>
internal sealed record OpenGathering(Gathering Gathering, DateTimeOffset? CheckedUtc);
