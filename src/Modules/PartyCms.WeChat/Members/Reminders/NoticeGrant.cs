using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyCms.WeChat.Conversation.Followers;

namespace PartyCms.WeChat.Members.Reminders;

/// <summary>
/// One consent to one notice (订阅通知): each time a follower accepts, WeChat lets one be sent. It is spent before the call
/// that sends, so that no consent is ever used twice.
/// </summary>
internal sealed class NoticeGrant
{
    public long Id { get; private set; }

    public required string OpenId { get; init; }

    public required string TemplateId { get; init; }

    public required DateTimeOffset GrantedUtc { get; init; }

    /// <summary>When it was used, or taken back; null while it may be used.</summary>
    public DateTimeOffset? SpentUtc { get; set; }
}

internal sealed class NoticeGrantConfiguration : IEntityTypeConfiguration<NoticeGrant>
{
    public const int TemplateIdLength = 128;

    public void Configure(EntityTypeBuilder<NoticeGrant> builder)
    {
        builder.ToTable("wechat_notice_grants");
        builder.Property(grant => grant.OpenId).HasMaxLength(FollowerConfiguration.OpenIdLength);
        builder.Property(grant => grant.TemplateId).HasMaxLength(NoticeGrantConfiguration.TemplateIdLength);
        builder.HasIndex(grant => new { grant.OpenId, grant.TemplateId, grant.SpentUtc });
    }
}
