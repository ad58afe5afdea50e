using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PartyCms.Kernel.Data;

namespace PartyCms.WeChat.Client.Tokens;

/// <summary>The rows of tokens: each act is one statement that says what must still be true for it.</summary>
internal sealed class TokenStore(
    IServiceScopeFactory scopes, IDataProtectionProvider protection, IOptions<WeChatOptions> options, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("PartyCms.WeChat.Token.v1");

    // Names this node, and nothing but it, as holder of leases.
    private readonly string _node = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private string SecretMark { get; } = Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes($"{options.Value.AppId}\n{options.Value.AppSecret}")))[..32];

    /// <summary>Longer than a call may take, so that no second node asks while the first still waits.</summary>
    private TimeSpan Lease => options.Value.Timeout + TimeSpan.FromSeconds(20);

    /// <summary>The row; made at first, and emptied of what was fetched with another secret.</summary>
    public async Task<StoredToken> ReadAsync(TokenKind kind, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        var row = await RowOf(db, kind).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (row is null)
        {
            return await CreateAsync(scope.ServiceProvider, kind, cancellationToken);
        }

        if (row.SecretMark == SecretMark)
        {
            return row;
        }

        await RowOf(db, kind).Where(token => token.SecretMark == row.SecretMark).ExecuteUpdateAsync(
            set => set.SetProperty(token => token.SecretMark, SecretMark).SetProperty(token => token.Protected, (string?)null)
                .SetProperty(token => token.Generation, token => token.Generation + 1)
                .SetProperty(token => token.RefusedUntilUtc, (DateTimeOffset?)null),
            cancellationToken);
        return await RowOf(db, kind).AsNoTracking().SingleAsync(cancellationToken);
    }

    /// <summary>The token in a row; null where there is none or the keys that encrypted it are gone.</summary>
    public string? ValueOf(StoredToken row)
    {
        try
        {
            return row.Protected is null ? null : _protector.Unprotect(row.Protected);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Takes the right to renew what was read; false where another has it or has already done so.</summary>
    public Task<bool> TryLeaseAsync(StoredToken row, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var until = now + Lease;
        return ChangeAsync(
            row,
            rows => rows.Where(token => token.LeaseUntilUtc == null || token.LeaseUntilUtc <= now).ExecuteUpdateAsync(
                set => set.SetProperty(token => token.LeaseHolder, _node).SetProperty(token => token.LeaseUntilUtc, until),
                cancellationToken),
            cancellationToken);
    }

    /// <summary>Puts the new token in the place of the one that was read, and gives the lease back.</summary>
    /// <returns>False where this node was so slow that another has done it.</returns>
    public Task<bool> SaveAsync(StoredToken row, string value, int livesSeconds, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (renew, expires) = (now + TokenLife.UntilRenewal(livesSeconds), now + TimeSpan.FromSeconds(livesSeconds));
        var same = value == ValueOf(row);
        var (secret, confirmed) = (_protector.Protect(value), same ? now : (DateTimeOffset?)null);
        return ChangeAsync(
            row,
            rows => rows.Where(token => token.LeaseHolder == _node).ExecuteUpdateAsync(
                set => set.SetProperty(token => token.Protected, secret)
                    .SetProperty(token => token.Generation, token => token.Generation + 1)
                    .SetProperty(token => token.ObtainedUtc, now).SetProperty(token => token.RenewUtc, renew)
                    .SetProperty(token => token.ExpiresUtc, expires).SetProperty(token => token.ConfirmedUtc, confirmed)
                    .SetProperty(token => token.LeaseHolder, (string?)null)
                    .SetProperty(token => token.LeaseUntilUtc, (DateTimeOffset?)null)
                    .SetProperty(token => token.RefusedUntilUtc, (DateTimeOffset?)null)
                    .SetProperty(token => token.RefusedCode, (int?)null)
                    .SetProperty(token => token.RefusedMessage, (string?)null),
                cancellationToken),
            cancellationToken);
    }

    /// <summary>Remembers that WeChat gave none, so that nobody asks again before the pause is over.</summary>
    public Task<bool> RefuseAsync(StoredToken row, WeChatError error, TimeSpan pause, CancellationToken cancellationToken)
    {
        DateTimeOffset? until = clock.GetUtcNow() + pause;
        var message = error.Message.Length > StoredTokenConfiguration.MessageLength
            ? error.Message[..StoredTokenConfiguration.MessageLength]
            : error.Message;
        return ChangeAsync(
            row,
            rows => rows.Where(token => token.LeaseHolder == _node).ExecuteUpdateAsync(
                set => set.SetProperty(token => token.LeaseHolder, (string?)null)
                    .SetProperty(token => token.LeaseUntilUtc, (DateTimeOffset?)null)
                    .SetProperty(token => token.RefusedUntilUtc, until).SetProperty(token => token.RefusedCode, error.Code)
                    .SetProperty(token => token.RefusedMessage, message),
                cancellationToken),
            cancellationToken);
    }

    public Task<bool> ReleaseAsync(StoredToken row) => ChangeAsync(
        row,
        rows => rows.Where(token => token.LeaseHolder == _node).ExecuteUpdateAsync(
            set => set.SetProperty(token => token.LeaseHolder, (string?)null)
                .SetProperty(token => token.LeaseUntilUtc, (DateTimeOffset?)null),
            CancellationToken.None),
        CancellationToken.None);

    /// <summary>Counts a forced renewal before it is made, for WeChat counts those that fail as well.</summary>
    public Task<bool> CountForcedAsync(StoredToken row, int count, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return ChangeAsync(
            row,
            rows => rows.ExecuteUpdateAsync(
                set => set.SetProperty(token => token.ForcedUtc, now).SetProperty(token => token.ForcedCount, count),
                cancellationToken),
            cancellationToken);
    }

    /// <summary>Lets the next call ask WeChat at once, after an administrator has put something right.</summary>
    public async Task ForgetRefusalAsync(TokenKind kind, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await RowOf(scope.ServiceProvider.GetRequiredService<CmsDbContext>(), kind).ExecuteUpdateAsync(
            set => set.SetProperty(token => token.RefusedUntilUtc, (DateTimeOffset?)null), cancellationToken);
    }

    private async Task<StoredToken> CreateAsync(IServiceProvider services, TokenKind kind, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<CmsDbContext>();
        db.Add(new StoredToken { AppId = options.Value.AppId, Kind = kind, SecretMark = SecretMark });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (services.GetRequiredService<IDatabaseProvider>().IsUniqueViolation(exception))
        {
            db.ChangeTracker.Clear();
        }

        return await RowOf(db, kind).AsNoTracking().SingleAsync(cancellationToken);
    }

    private async Task<bool> ChangeAsync(
        StoredToken row, Func<IQueryable<StoredToken>, Task<int>> change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var scope = scopes.CreateAsyncScope();
        var rows = RowOf(scope.ServiceProvider.GetRequiredService<CmsDbContext>(), row.Kind)
            .Where(token => token.Generation == row.Generation);
        return await change(rows) == 1;
    }

    private IQueryable<StoredToken> RowOf(CmsDbContext db, TokenKind kind)
    {
        var appId = options.Value.AppId;
        return db.Set<StoredToken>().Where(token => token.AppId == appId && token.Kind == kind);
    }
}
