using System.Globalization;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;

namespace PartyCms.Participation.Reports;

/// <summary>Marks a report as done with.</summary>
internal sealed class HandleReport(CmsDbContext db, AuditLog audit, TimeProvider clock)
{
    /// <summary>False where there is no such report, or it was handled before.</summary>
    public async Task<bool> RunAsync(long id, CancellationToken cancellationToken)
    {
        var report = await db.Set<PageReport>().FindAsync([id], cancellationToken);
        if (report is null || !report.Handle(clock.GetUtcNow()))
        {
            return false;
        }

        audit.Add("report.handled", id.ToString(CultureInfo.InvariantCulture), report.Address);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
