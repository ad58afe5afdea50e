using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Learning.Study;

namespace PartyCms.Learning.CheckIns;

/// <summary>Announces a gathering, or calls it off.</summary>
internal sealed class OpenCheckIn(CmsDbContext db, Caller caller, CheckInKeys keys, AuditLog audit)
{
    /// <summary>Announces one; null where the caller may not hold any for that unit.</summary>
    public async Task<Gathering?> RunAsync(
        Guid orgUnitId, StudyMode mode, string title, string? place, DateTimeOffset heldUtc, int minutes, CancellationToken cancellationToken)
    {
        if (!await caller.CanAsync(LearningPermissions.HoldCheckIn, orgUnitId, cancellationToken))
        {
            return null;
        }

        var gathering = new Gathering
        {
            OrgUnitId = orgUnitId,
            Mode = mode,
            Title = title.Trim(),
            Place = string.IsNullOrWhiteSpace(place) ? null : place.Trim(),
            HeldUtc = heldUtc,
            Minutes = minutes,
            ProtectedKey = keys.New(),
        };
        db.Add(gathering);
        audit.Add("learning.check-in-opened", gathering.Id.ToString(), gathering.Title);
        await db.SaveChangesAsync(cancellationToken);
        return gathering;
    }

    /// <summary>Deletes one that was not confirmed, with its check-ins; false where it was.</summary>
    public async Task<bool> CallOffAsync(Gathering gathering, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Set<Gathering>().Where(row => row.Id == gathering.Id && row.ConfirmedUtc == null)
            .ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return false;
        }

        audit.Add("learning.check-in-called-off", gathering.Id.ToString(), gathering.Title);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
