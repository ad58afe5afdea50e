using Microsoft.AspNetCore.Identity;
using PartyCms.Accounts.Setup;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.Organization.Contracts;

namespace PartyCms.Accounts.Contracts;

/// <summary>Signs members in whom another module has recognized, without a password.</summary>
public sealed class MemberSignIn
{
    private readonly UserManager<Account> _accounts;
    private readonly SignInManager<Account> _signIn;
    private readonly AccountFactory _factory;
    private readonly MemberDirectory _members;
    private readonly AuditLog _audit;
    private readonly CmsDbContext _db;

    /// <summary>Made by the container only: what it needs is the module's own.</summary>
    internal MemberSignIn(
        UserManager<Account> accounts, SignInManager<Account> signIn, AccountFactory factory, MemberDirectory members,
        AuditLog audit, CmsDbContext db) =>
        (_accounts, _signIn, _factory, _members, _audit, _db) = (accounts, signIn, factory, members, audit, db);

    /// <summary>
    /// Gives a member an account, unless there is one. It has no password and the role of a member in the branch. Call it
    /// within a transaction that also says who the account is for.
    /// </summary>
    public async Task EnsureAccountAsync(MemberInfo member, CancellationToken cancellationToken)
    {
        if (await _members.AccountOfAsync(member.Id, cancellationToken) is not null)
        {
            return;
        }

        var account = await _factory.CreateWithoutPasswordAsync(member.BranchId, cancellationToken);
        if (!await _members.BindAccountAsync(member.Id, account.Id, cancellationToken))
        {
            throw new InvalidOperationException("Somebody else gave the member an account in the same moment.");
        }
    }

    /// <summary>Signs the member in within this request; false where the account is locked or gone.</summary>
    /// <param name="memberId">The member, recognized beyond doubt.</param>
    /// <param name="way">How they were recognized, such as <c>wechat</c>; stands in the audit.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<bool> SignInAsync(Guid memberId, string way, CancellationToken cancellationToken)
    {
        if (await _members.AccountOfAsync(memberId, cancellationToken) is not { } id
            || await _accounts.FindByIdAsync(id) is not { } account
            || await _accounts.IsLockedOutAsync(account)
            || !await _signIn.CanSignInAsync(account))
        {
            return false;
        }

        await _signIn.SignInAsync(account, isPersistent: true, way);
        _audit.Add("account.signed-in", account.Id, way);
        await _db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>
    /// Ends every session of the member's account within a minute, on all devices, and the present one at once where it is
    /// the member's.
    /// </summary>
    public async Task EndSessionsAsync(Guid memberId, CancellationToken cancellationToken)
    {
        if (await _members.AccountOfAsync(memberId, cancellationToken) is { } id
            && await _accounts.FindByIdAsync(id) is { } account)
        {
            await _accounts.UpdateSecurityStampAsync(account);
            if (_accounts.GetUserId(_signIn.Context.User) == id)
            {
                await _signIn.SignOutAsync();
            }
        }
    }
}
