using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.WeChat.Console.Connection;

/// <summary>The last check of the connection.</summary>
internal sealed class StoredReport
{
    public required string AppId { get; init; }

    /// <summary>A <see cref="ConnectionReport" /> as JSON.</summary>
    public required string Report { get; set; }
}

internal sealed class StoredReportConfiguration : IEntityTypeConfiguration<StoredReport>
{
    public void Configure(EntityTypeBuilder<StoredReport> builder)
    {
        builder.ToTable("wechat_connection_reports");
        builder.HasKey(row => row.AppId);
        builder.Property(row => row.AppId).HasMaxLength(64);
    }
}
