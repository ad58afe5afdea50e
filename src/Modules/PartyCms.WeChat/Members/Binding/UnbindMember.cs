using PartyCms.Accounts.Contracts;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.WeChat.Conversation.Followers;
using PartyCms.WeChat.Members.Reminders;

namespace PartyCms.WeChat.Members.Binding;

/// <summary>
/// Undoes a binding at once, with what hangs on it: reminders, consents to notices, consents, and the sessions that came
/// by it.
/// </summary>
internal sealed class UnbindMember(
    CmsDbContext db, ConsentLedger consents, FollowerBranch followers, MemberSignIn signIn, AuditLog audit)
{
    /// <summary>By the member's own hand; nothing happens where there is no binding.</summary>
    public async Task RunAsync(Guid memberId, CancellationToken cancellationToken)
    {
        if (await db.Set<MemberBinding>().SingleOrDefaultAsync(row => row.MemberId == memberId, cancellationToken) is { } binding)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await RemoveAsync(binding, cancellationToken);
            await followers.UnbindAsync(binding.OpenId, cancellationToken);
            await RemoveGrantsAsync(binding.OpenId, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await signIn.EndSessionsAsync(memberId, cancellationToken);
        }
    }

    /// <summary>Because the follower left. Saved by the handling of the push.</summary>
    public async Task ForgetAsync(string openId, CancellationToken cancellationToken)
    {
        if (await db.Set<MemberBinding>().SingleOrDefaultAsync(row => row.OpenId == openId, cancellationToken) is { } binding)
        {
            await RemoveAsync(binding, cancellationToken);
        }

        await RemoveGrantsAsync(openId, cancellationToken);
    }

    private Task<int> RemoveGrantsAsync(string openId, CancellationToken cancellationToken) =>
        db.Set<NoticeGrant>().Where(grant => grant.OpenId == openId).ExecuteDeleteAsync(cancellationToken);

    private async Task RemoveAsync(MemberBinding binding, CancellationToken cancellationToken)
    {
        db.Remove(binding);
        var wishes = await db.Set<ReminderWish>().Where(wish => wish.MemberId == binding.MemberId).ToListAsync(cancellationToken);
        db.RemoveRange(wishes);
        await consents.WithdrawAsync(binding.MemberId, ConsentPurpose.Binding, cancellationToken);
        await consents.WithdrawAsync(binding.MemberId, ConsentPurpose.Reminder, cancellationToken);
        audit.Add("wechat.unbound", binding.MemberId.ToString(), null);
    }
}
