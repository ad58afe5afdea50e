using System.Security.Cryptography;
using System.Text;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Organization.Contracts;

namespace PartyCms.WeChat.Members.Invites;

/// <summary>Codes that a secretary hands out, each for one member, once, and for a week. A new one ends the one before.</summary>
internal sealed class InviteCodes(
    CmsDbContext db, MemberDirectory members, Caller caller, AuditLog audit, TimeProvider clock)
{
    /// <summary>In characters; about 49 bits.</summary>
    public const int CodeLength = 10;

    private static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>A new code, told once; null where the member is not in the caller's part.</summary>
    public async Task<string?> IssueAsync(Guid memberId, CancellationToken cancellationToken)
    {
        if (await members.FindAsync(memberId, cancellationToken) is not { } member
            || !await caller.CanAsync(MembersPermissions.Invite, member.BranchId, cancellationToken))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var code = ReadableCode.New(CodeLength);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Set<MemberInvite>().Where(invite => invite.MemberId == memberId || invite.ExpiresUtc <= now)
            .ExecuteDeleteAsync(cancellationToken);
        db.Add(new MemberInvite { CodeHash = HashOf(code), MemberId = memberId, IssuedUtc = now, ExpiresUtc = now + Life });
        audit.Add("wechat.invited", memberId.ToString(), null);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return code;
    }

    /// <summary>
    /// Uses a code up, in the caller's transaction; the member it was for, or null where there is no such code, or not any
    /// longer.
    /// </summary>
    public async Task<Guid?> RedeemAsync(string code, CancellationToken cancellationToken)
    {
        var (hash, now) = (HashOf(code), clock.GetUtcNow());
        var invite = await db.Set<MemberInvite>().AsNoTracking()
            .SingleOrDefaultAsync(row => row.CodeHash == hash && row.ExpiresUtc > now, cancellationToken);
        return invite is not null
            && await db.Set<MemberInvite>().Where(row => row.CodeHash == hash).ExecuteDeleteAsync(cancellationToken) == 1
            ? invite.MemberId
            : null;
    }

    private static string HashOf(string code) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToLowerInvariant())));
}
