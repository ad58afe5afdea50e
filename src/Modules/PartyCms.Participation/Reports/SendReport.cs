using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Web;

namespace PartyCms.Participation.Reports;

/// <summary>Keeps a reader's report for the operators.</summary>
internal sealed class SendReport(CmsDbContext db, AuditLog audit, TimeProvider clock)
{
    /// <summary>Stores the report. The audit names the page only: text and contact may hold a person's data.</summary>
    public async Task RunAsync(string? address, ReportKind kind, string text, string? contact, CancellationToken cancellationToken)
    {
        var page = PageOf(address);
        db.Add(new PageReport
        {
            Address = page,
            Kind = kind,
            Text = text.Trim(),
            Contact = string.IsNullOrWhiteSpace(contact) ? null : contact.Trim(),
            SentUtc = clock.GetUtcNow(),
        });
        audit.Add("report.sent", null, page);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>The address where it is one of this site's pages; else empty.</summary>
    public static string PageOf(string? address) =>
        LocalAddress.IsLocal(address) && address!.Length <= PageReportConfiguration.AddressLength ? address : "";
}
