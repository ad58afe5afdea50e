using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.WeChat.Conversation.Followers;

/// <summary>
/// Somebody who follows the account, for as long as they do: unsubscribing deletes the row. It holds no name and no
/// picture, and where the follower is is never kept.
/// </summary>
internal sealed class Follower
{
    public required string OpenId { get; init; }

    /// <summary>When the account first heard of them, UTC.</summary>
    public required DateTimeOffset SinceUtc { get; set; }

    /// <summary>The scene of the QR code that brought them, or that they scanned last.</summary>
    public string? Scene { get; set; }

    /// <summary>The branch whose QR code it was.</summary>
    public Guid? ScannedUnitId { get; set; }

    /// <summary>The branch they count to: that of the member they are bound to, else the one whose code they scanned.</summary>
    public Guid? OrgUnitId { get; set; }

    /// <summary>Since when their tag at WeChat is another branch's, UTC; null where nothing waits to be changed.</summary>
    public DateTimeOffset? TagDueUtc { get; private set; }

    /// <summary>When they last wrote to the account, UTC.</summary>
    public DateTimeOffset? MessagedUtc { get; set; }

    /// <summary>Customer messages sent since then.</summary>
    public int SentSinceMessage { get; set; }

    /// <summary>When they last followed, scanned or tapped the menu, UTC.</summary>
    public DateTimeOffset? ActedUtc { get; set; }

    /// <summary>Customer messages sent since then.</summary>
    public int SentSinceAction { get; set; }

    /// <summary>Lets them count to another branch, whose tag they get soon; false where they already do.</summary>
    public bool Join(Guid? branchId, DateTimeOffset now)
    {
        if (OrgUnitId == branchId)
        {
            return false;
        }

        (OrgUnitId, TagDueUtc) = (branchId, now);
        return true;
    }

    /// <summary>Counts a customer message in the window that it uses.</summary>
    public void Count(CustomerWindowKind window)
    {
        if (window == CustomerWindowKind.Action)
        {
            SentSinceAction++;
        }
        else
        {
            SentSinceMessage++;
        }
    }
}

internal sealed class FollowerConfiguration : IEntityTypeConfiguration<Follower>
{
    public const int OpenIdLength = 64;

    public const int SceneLength = 64;

    public void Configure(EntityTypeBuilder<Follower> builder)
    {
        builder.ToTable("wechat_followers");
        builder.HasKey(follower => follower.OpenId);
        builder.Property(follower => follower.OpenId).HasMaxLength(OpenIdLength);
        builder.Property(follower => follower.Scene).HasMaxLength(SceneLength);
        builder.HasIndex(follower => follower.OrgUnitId);
        builder.HasIndex(follower => follower.TagDueUtc);
    }
}
