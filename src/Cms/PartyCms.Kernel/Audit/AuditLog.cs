using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;

namespace PartyCms.Kernel.Audit;

/// <summary>Adds audit events to the transaction of the act they tell of.</summary>
public sealed class AuditLog(CmsDbContext db, Caller caller, TimeProvider clock)
{
    /// <summary>Notes an act of the present caller; saved with the next <c>SaveChanges</c>.</summary>
    public void Add(string kind, string? subjectId, string? detail) => db.Add(new AuditEvent
    {
        OccurredUtc = clock.GetUtcNow(),
        Kind = kind,
        SubjectId = subjectId,
        ActorId = caller.Id,
        ActorName = caller.Name,
        OnBehalfOf = caller.OnBehalfOf,
        Detail = detail is { Length: > 1000 } ? detail[..1000] : detail,
    });
}
