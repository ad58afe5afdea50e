using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PartyCms.WeChat.Members.Invites;

/// <summary>
/// A code by which one member is bound without name and proof code. Only its hash is kept, so that whoever reads the
/// database can bind nobody.
/// </summary>
internal sealed class MemberInvite
{
    /// <summary>SHA-256 in hexadecimal.</summary>
    public required string CodeHash { get; init; }

    public required Guid MemberId { get; init; }

    public required DateTimeOffset IssuedUtc { get; init; }

    public required DateTimeOffset ExpiresUtc { get; init; }
}

internal sealed class MemberInviteConfiguration : IEntityTypeConfiguration<MemberInvite>
{
    public void Configure(EntityTypeBuilder<MemberInvite> builder)
    {
        builder.ToTable("wechat_invites");
        builder.HasKey(invite => invite.CodeHash);
        builder.Property(invite => invite.CodeHash).HasMaxLength(64);
        builder.HasIndex(invite => invite.MemberId).IsUnique();
    }
}
