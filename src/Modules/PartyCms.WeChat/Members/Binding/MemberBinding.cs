using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyCms.WeChat.Conversation.Followers;

namespace PartyCms.WeChat.Members.Binding;

/// <summary>
/// A member and the one WeChat identity that is theirs. Each side is bound once; unbinding deletes the row at once.
/// </summary>
internal sealed class MemberBinding
{
    public required string OpenId { get; init; }

    public required Guid MemberId { get; init; }

    public required DateTimeOffset BoundUtc { get; init; }

    public required BindingProof Proof { get; init; }
}

/// <summary>By what a member showed to be the one on the roster.</summary>
internal enum BindingProof
{
    /// <summary>Name and proof code of the roster.</summary>
    [Display(Name = "姓名和核对码")]
    Roster,

    /// <summary>A code that the secretary handed out for this member.</summary>
    [Display(Name = "邀请码")]
    Invite,

    /// <summary>The member was signed in by password.</summary>
    [Display(Name = "账号密码")]
    Password,
}

internal sealed class MemberBindingConfiguration : IEntityTypeConfiguration<MemberBinding>
{
    public void Configure(EntityTypeBuilder<MemberBinding> builder)
    {
        builder.ToTable("wechat_bindings");
        builder.HasKey(binding => binding.OpenId);
        builder.Property(binding => binding.OpenId).HasMaxLength(FollowerConfiguration.OpenIdLength);
        builder.HasIndex(binding => binding.MemberId).IsUnique();
    }
}
