using PartyCms.Accounts.Contracts;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Organization.Contracts;
using PartyCms.WeChat.Conversation.Followers;
using PartyCms.WeChat.Members.Invites;

namespace PartyCms.WeChat.Members.Binding;

/// <summary>
/// Binds a WeChat identity to the member it belongs to, once that is proven. The identity comes from WeChat itself, never
/// from what a visitor sends, and never from a snapshot page.
/// </summary>
internal sealed class BindMember(
    CmsDbContext db,
    IDatabaseProvider provider,
    MemberDirectory members,
    MemberSignIn signIn,
    InviteCodes invites,
    ConsentLedger consents,
    FollowerBranch followers,
    BindingThrottle throttle,
    AuditLog audit,
    TimeProvider clock)
{
    /// <summary>By name and proof code of the roster.</summary>
    public Task<BindingOutcome> ByRosterAsync(
        BindingAttempt attempt, string name, string code, CancellationToken cancellationToken) =>
        TryAsync(
            attempt,
            async () => await members.FindByProofAsync(name, code, cancellationToken) is { } member
                ? await BindAsync(attempt.OpenId, member, BindingProof.Roster, cancellationToken)
                : BindingOutcome.Unknown,
            cancellationToken);

    /// <summary>By a code that the secretary handed out; it is used up where the binding comes about.</summary>
    public Task<BindingOutcome> ByInviteAsync(
        BindingAttempt attempt, string code, CancellationToken cancellationToken) =>
        TryAsync(attempt, () => RedeemAsync(attempt.OpenId, code, cancellationToken), cancellationToken);

    /// <summary>The member who is signed in by password takes the WeChat that they are looking from.</summary>
    public Task<BindingOutcome> BySignInAsync(string openId, MemberInfo member, CancellationToken cancellationToken) =>
        BindAsync(openId, member, BindingProof.Password, cancellationToken);

    // Only what the proof did not fit is a failure; it stays counted also where nobody waits for the answer any more.
    private async Task<BindingOutcome> TryAsync(
        BindingAttempt attempt, Func<Task<BindingOutcome>> bind, CancellationToken cancellationToken)
    {
        if (!await throttle.TakeAsync(attempt, cancellationToken))
        {
            return BindingOutcome.TooManyTries;
        }

        var outcome = await bind();
        if (outcome != BindingOutcome.Unknown)
        {
            await throttle.GiveBackAsync(attempt, cancellationToken);
        }

        return outcome;
    }

    private async Task<BindingOutcome> RedeemAsync(string openId, string code, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await invites.RedeemAsync(code, cancellationToken) is not { } memberId
            || await members.FindAsync(memberId, cancellationToken) is not { } member)
        {
            return BindingOutcome.Unknown;
        }

        var outcome = await BindAsync(openId, member, BindingProof.Invite, cancellationToken);
        if (outcome == BindingOutcome.Bound)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return outcome;
    }

    private async Task<BindingOutcome> BindAsync(
        string openId, MemberInfo member, BindingProof proof, CancellationToken cancellationToken)
    {
        var taken = await db.Set<MemberBinding>().AsNoTracking()
            .Where(binding => binding.OpenId == openId || binding.MemberId == member.Id).ToListAsync(cancellationToken);
        if (taken is [var same] && same.OpenId == openId && same.MemberId == member.Id)
        {
            return BindingOutcome.Bound;
        }

        if (taken.Count > 0)
        {
            return taken.Any(binding => binding.MemberId == member.Id)
                ? BindingOutcome.MemberHasAnother
                : BindingOutcome.WeChatHasAnother;
        }

        var joined = db.Database.CurrentTransaction;
        await using var own = joined is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
        db.Add(new MemberBinding { OpenId = openId, MemberId = member.Id, BoundUtc = clock.GetUtcNow(), Proof = proof });
        consents.Give(member.Id, ConsentPurpose.Binding);
        await followers.BindAsync(openId, member.BranchId, cancellationToken);
        audit.Add("wechat.bound", member.Id.ToString(), proof.ToString());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            return BindingOutcome.MemberHasAnother;
        }

        await signIn.EnsureAccountAsync(member, cancellationToken);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        return BindingOutcome.Bound;
    }
}

/// <summary>What came of a try to be bound.</summary>
internal enum BindingOutcome
{
    Bound,

    /// <summary>Nobody on any roster, or more than one; or no such invitation. Which of them is not told.</summary>
    Unknown,

    /// <summary>The member is bound to another WeChat identity; unbinding there comes first.</summary>
    MemberHasAnother,

    /// <summary>This WeChat identity is bound to another member.</summary>
    WeChatHasAnother,

    TooManyTries,
}
