using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyCms.Organization.Tree;

namespace PartyCms.Organization.Members;

/// <summary>
/// A person on a roster. <see cref="BranchId" /> is the one formal affiliation (S0-95); taking part elsewhere is
/// recorded apart and any number of times.
/// </summary>
internal sealed class Member
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    public required Guid BranchId { get; set; }

    /// <summary>When the affiliation began.</summary>
    public DateOnly AffiliatedOn { get; set; }

    /// <summary>Without a vote for the first year (预备党员).</summary>
    public bool IsProbationary { get; set; }

    /// <summary>Account bound to this member; at most one.</summary>
    public string? AccountId { get; set; }

    /// <summary>
    /// What a member proves to be this one by, beside the name: the last four digits of the phone, or the staff number. Not
    /// the whole phone number, for no more is needed. Null where nothing was agreed.
    /// </summary>
    public string? ProofCode { get; set; }

    /// <summary>Order on the branch's roster.</summary>
    public int Position { get; set; }
}

internal sealed class MemberConfiguration : IEntityTypeConfiguration<Member>
{
    public const int NameLength = 50;

    public const int ProofCodeLength = 20;

    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("organization_members");
        builder.Property(member => member.Id).ValueGeneratedNever();
        builder.Property(member => member.Name).HasMaxLength(NameLength);
        builder.Property(member => member.AccountId).HasMaxLength(64);
        builder.Property(member => member.ProofCode).HasMaxLength(ProofCodeLength);
        builder.HasIndex(member => member.Name);
        builder.HasIndex(member => new { member.BranchId, member.Position });
        builder.HasIndex(member => member.AccountId).IsUnique();
        builder.HasOne<OrgUnit>().WithMany().HasForeignKey(member => member.BranchId).OnDelete(DeleteBehavior.Restrict);
    }
}
