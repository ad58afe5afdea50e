using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.WeChat.Members.Binding;

/// <summary>
/// What a member agreed to, in which words, and until when (PIPL, articles 13 to 17). Rows are kept after a withdrawal:
/// they say that what was done meanwhile was allowed.
/// </summary>
internal sealed class MemberConsent
{
    public long Id { get; private set; }

    public required Guid MemberId { get; init; }

    public required ConsentPurpose Purpose { get; init; }

    /// <summary>The words that the member saw; see <see cref="ConsentText"/>.</summary>
    public required int TextVersion { get; init; }

    public required DateTimeOffset GivenUtc { get; init; }

    /// <summary>Null while it stands.</summary>
    public DateTimeOffset? WithdrawnUtc { get; set; }
}

/// <summary>What a consent is for; each is given and withdrawn by itself.</summary>
internal enum ConsentPurpose
{
    /// <summary>Recognize the member by WeChat.</summary>
    [Display(Name = "微信绑定")]
    Binding,

    /// <summary>Remind the member of the lesson.</summary>
    [Display(Name = "学习提醒")]
    Reminder,
}

/// <summary>The words that are agreed to. Changing one means a new version, so that every row tells what was read.</summary>
internal static class ConsentText
{
    public const int Version = 1;

    public const string Binding =
        "我同意把这个微信号和名册上的我对应起来，以后在微信里打开就能记录学习。平台只保存微信给的一串代号，不要昵称、头像和手机号；"
        + "随时可以解除，解除后马上删除，不影响看任何内容。";

    public const string Reminder = "我同意在我选的时间收到当天党课的提醒，每天最多一条；随时可以关闭。";
}

internal sealed class MemberConsentConfiguration : IEntityTypeConfiguration<MemberConsent>
{
    public void Configure(EntityTypeBuilder<MemberConsent> builder)
    {
        builder.ToTable("wechat_consents");
        builder.HasIndex(consent => new { consent.MemberId, consent.Purpose });
    }
}
