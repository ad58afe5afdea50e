using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.WeChat.Delivery;

/// <summary>One line of what happened to an issue; added and never changed.</summary>
internal sealed class IssueEntry
{
    public long Id { get; private set; }

    public required Guid IssueId { get; init; }

    public required DateTimeOffset OccurredUtc { get; init; }

    /// <summary>User name, or that of the system.</summary>
    public required string ActorName { get; init; }

    /// <summary>What happened, in Chinese.</summary>
    public required string Text { get; init; }
}

internal sealed class IssueEntryConfiguration : IEntityTypeConfiguration<IssueEntry>
{
    public const int TextLength = 600;

    public void Configure(EntityTypeBuilder<IssueEntry> builder)
    {
        builder.ToTable("wechat_issue_entries");
        builder.Property(entry => entry.ActorName).HasMaxLength(256);
        builder.Property(entry => entry.Text).HasMaxLength(TextLength);
        builder.HasIndex(entry => entry.IssueId);
        builder.HasOne<Issue>().WithMany().HasForeignKey(entry => entry.IssueId).OnDelete(DeleteBehavior.Cascade);
    }
}
