using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyCms.WeChat.Conversation.Followers;

namespace PartyCms.WeChat.Members.QrCards;

/// <summary>
/// The QR code of a branch, as WeChat gave it: whoever scans it comes to the account, which hears which branch it was. It
/// lasts, so it is ordered once; the account has 100,000.
/// </summary>
internal sealed class BranchCard
{
    public required Guid OrgUnitId { get; init; }

    public required string Scene { get; init; }

    /// <summary>What the code says.</summary>
    public required string Address { get; init; }

    public required DateTimeOffset OrderedUtc { get; init; }
}

internal sealed class BranchCardConfiguration : IEntityTypeConfiguration<BranchCard>
{
    public const int AddressLength = 500;

    public void Configure(EntityTypeBuilder<BranchCard> builder)
    {
        builder.ToTable("wechat_branch_cards");
        builder.HasKey(card => card.OrgUnitId);
        builder.Property(card => card.OrgUnitId).ValueGeneratedNever();
        builder.Property(card => card.Scene).HasMaxLength(FollowerConfiguration.SceneLength);
        builder.Property(card => card.Address).HasMaxLength(AddressLength);
    }
}
