using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.WeChat.Console.BranchTags;

/// <summary>The tag at WeChat that the followers of one branch have.</summary>
internal sealed class BranchTag
{
    public required string AppId { get; init; }

    public required Guid OrgUnitId { get; init; }

    /// <summary>WeChat's number of it.</summary>
    public int TagId { get; set; }

    /// <summary>Followers that had it when tags were last brought in line.</summary>
    public int Count { get; set; }

    public DateTimeOffset SyncedUtc { get; set; }
}

internal sealed class BranchTagConfiguration : IEntityTypeConfiguration<BranchTag>
{
    public void Configure(EntityTypeBuilder<BranchTag> builder)
    {
        builder.ToTable("wechat_branch_tags");
        builder.HasKey(tag => new { tag.AppId, tag.OrgUnitId });
        builder.Property(tag => tag.AppId).HasMaxLength(64);
    }
}
