using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.Participation.Reports;

/// <summary>A reader's word that a page is wrong. The contact is a person's data: only operators see it.</summary>
internal sealed class PageReport
{
    /// <summary>Row number, ascending in time.</summary>
    public long Id { get; private set; }

    /// <summary>Address of the page, without origin, encoded; empty where none was given.</summary>
    public required string Address { get; init; }

    public required ReportKind Kind { get; init; }

    public required string Text { get; init; }

    public string? Contact { get; init; }

    public required DateTimeOffset SentUtc { get; init; }

    /// <summary>When an operator was done with it, UTC; null while it waits.</summary>
    public DateTimeOffset? HandledUtc { get; private set; }

    public bool Handle(DateTimeOffset now)
    {
        if (HandledUtc is not null)
        {
            return false;
        }

        HandledUtc = now;
        return true;
    }
}

internal sealed class PageReportConfiguration : IEntityTypeConfiguration<PageReport>
{
    public const int AddressLength = 500;

    public const int TextLength = 1000;

    public const int ContactLength = 100;

    public void Configure(EntityTypeBuilder<PageReport> builder)
    {
        builder.ToTable("participation_reports");
        builder.Property(report => report.Address).HasMaxLength(AddressLength);
        builder.Property(report => report.Text).HasMaxLength(TextLength);
        builder.Property(report => report.Contact).HasMaxLength(ContactLength);
        builder.HasIndex(report => new { report.HandledUtc, report.Id });
    }
}
