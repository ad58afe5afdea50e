using PartyCms.Kernel.Data;

namespace PartyCms.WeChat.Members.Binding;

/// <summary>Looks bindings up.</summary>
internal sealed class Bindings(CmsDbContext db)
{
    /// <summary>The member whose WeChat identity it is, or null.</summary>
    public async Task<Guid?> MemberOfAsync(string openId, CancellationToken cancellationToken) =>
        (await db.Set<MemberBinding>().AsNoTracking()
            .SingleOrDefaultAsync(binding => binding.OpenId == openId, cancellationToken))?.MemberId;

    /// <summary>The binding of a member, or null.</summary>
    public Task<MemberBinding?> OfMemberAsync(Guid memberId, CancellationToken cancellationToken) =>
        db.Set<MemberBinding>().AsNoTracking()
            .SingleOrDefaultAsync(binding => binding.MemberId == memberId, cancellationToken);
}
