using PartyCms.Kernel.Data;
using PartyCms.Kernel.Outbox;
using PartyCms.Organization.Contracts;
using PartyCms.WeChat.Members.Binding;

namespace PartyCms.WeChat.Conversation.Followers;

/// <summary>Followers count to another branch than before, so that their tags at WeChat have to follow. Who they are the rows tell.</summary>
internal sealed record BranchTagsDue;

/// <summary>
/// Keeps to which branch followers count: whoever is bound counts to their member's, whichever code they scan; the others to
/// the one whose code they scanned last. What people do is saved by the caller, in one transaction with it.
/// </summary>
internal sealed class FollowerBranch(CmsDbContext db, MemberDirectory members, OutboxWriter outbox, TimeProvider clock)
    : IEventSubscriber<MemberMoved>
{
    /// <summary>A new follower may be bound already: pages recognize people who do not follow.</summary>
    public async Task MeetAsync(Follower follower, CancellationToken cancellationToken)
    {
        if (await FindBindingAsync(follower.OpenId, cancellationToken) is { } binding
            && await members.FindAsync(binding.MemberId, cancellationToken) is { } member)
        {
            Join(follower, member.BranchId);
        }
    }

    /// <summary>A code was scanned. The tag follows with the nightly run: hundreds may scan one poster at a time.</summary>
    public async Task ScanAsync(Follower follower, Guid branchId, CancellationToken cancellationToken)
    {
        if (await FindBindingAsync(follower.OpenId, cancellationToken) is null)
        {
            follower.OrgUnitId = branchId;
        }
    }

    /// <summary>A follower was bound to a member of a branch.</summary>
    public async Task BindAsync(string openId, Guid branchId, CancellationToken cancellationToken)
    {
        if (await db.Set<Follower>().FindAsync([openId], cancellationToken) is { } follower)
        {
            Join(follower, branchId);
        }
    }

    /// <summary>A follower is bound no more.</summary>
    public async Task UnbindAsync(string openId, CancellationToken cancellationToken)
    {
        if (await db.Set<Follower>().FindAsync([openId], cancellationToken) is { } follower)
        {
            Join(follower, follower.ScannedUnitId);
        }
    }

    /// <summary>A member belongs to another branch.</summary>
    public async Task HandleAsync(MemberMoved cmsEvent, CancellationToken cancellationToken)
    {
        // Events come late and out of order; what the roster says now counts.
        if (await db.Set<MemberBinding>().AsNoTracking().SingleOrDefaultAsync(row => row.MemberId == cmsEvent.MemberId, cancellationToken)
                is { } binding
            && await members.FindAsync(cmsEvent.MemberId, cancellationToken) is { } member)
        {
            await BindAsync(binding.OpenId, member.BranchId, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Brings all who are bound in line with the roster, however it came to differ. Their tags are left to the caller.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        var bindings = db.Set<MemberBinding>();
        var branchOf = await members.BranchesOfAsync(bindings.Select(binding => binding.MemberId), cancellationToken);
        var bound = await bindings.Join(
                db.Set<Follower>(), binding => binding.OpenId, follower => follower.OpenId,
                (binding, follower) => new { binding.MemberId, follower.OpenId, follower.OrgUnitId })
            .ToListAsync(cancellationToken);
        foreach (var row in bound.Where(row => branchOf.TryGetValue(row.MemberId, out var branch) && branch != row.OrgUnitId))
        {
            var follower = await db.Set<Follower>().FindAsync([row.OpenId], cancellationToken);
            follower?.Join(branchOf[row.MemberId], clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private void Join(Follower follower, Guid? branchId)
    {
        if (follower.Join(branchId, clock.GetUtcNow()))
        {
            outbox.Add(new BranchTagsDue());
        }
    }

    private Task<MemberBinding?> FindBindingAsync(string openId, CancellationToken cancellationToken) =>
        db.Set<MemberBinding>().AsNoTracking().SingleOrDefaultAsync(row => row.OpenId == openId, cancellationToken);
}
