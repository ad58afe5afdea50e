namespace PartyCms.WeChat.Client.Tokens;

/// <summary>
/// One token for all nodes. A node reads its memory, then the row; one node at a time renews the row, the others use
/// what it writes. A token is replaced, never removed first.
/// </summary>
internal sealed class SharedToken(
    TokenKind kind,
    TokenStore store,
    TimeProvider clock,
    Func<bool, CancellationToken, Task<WeChatResult<IssuedToken>>> fetch) : IDisposable
{
    private const int MostLooks = 300;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private readonly SemaphoreSlim _gate = new(1, 1);

    private volatile Remembered? _remembered;

    /// <summary>The token to use now.</summary>
    public async Task<WeChatResult<string>> GetAsync(CancellationToken cancellationToken) =>
        FromMemory() is { } known ? known : await GuardedAsync(
            () => FromMemory() is { } meanwhile
                ? Task.FromResult<WeChatResult<string>>(meanwhile)
                : ResolveAsync(row => clock.GetUtcNow() < row.RenewUtc, row => clock.GetUtcNow() < row.ExpiresUtc, cancellationToken),
            cancellationToken);

    /// <summary>The token to use instead of one that WeChat refused: the row's, where it is another, else a fetched one.</summary>
    /// <remarks>WeChat may say that the refused one is current; then it is given again, and worth one more try.</remarks>
    public Task<WeChatResult<string>> RenewAsync(string failed, CancellationToken cancellationToken) => GuardedAsync(
        () => ResolveAsync(row => IsOther(row, failed) || WasConfirmed(row), _ => false, cancellationToken), cancellationToken);

    /// <summary>
    /// Demands a new token in place of one that WeChat refuses and yet calls current. Does nothing where that is not
    /// allowed now, or where the row holds another one already.
    /// </summary>
    public Task<WeChatResult<string>> ForceAsync(string failed, CancellationToken cancellationToken) =>
        GuardedAsync(() => ForceOnceAsync(failed, cancellationToken), cancellationToken);

    public void Dispose() => _gate.Dispose();

    private async Task<WeChatResult<string>> GuardedAsync(Func<Task<WeChatResult<string>>> act, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await act();
        }
        finally
        {
            _gate.Release();
        }
    }

    // Looks at the row until it holds what is wanted: this node fetches it, or another one that holds the lease.
    private async Task<WeChatResult<string>> ResolveAsync(
        Func<StoredToken, bool> isEnough, Func<StoredToken, bool> isBearable, CancellationToken cancellationToken)
    {
        for (var look = 0; look < MostLooks; look++)
        {
            var row = await store.ReadAsync(kind, cancellationToken);
            var value = store.ValueOf(row);
            if (value is not null && isEnough(row))
            {
                return Remember(value, row.RenewUtc);
            }

            var bearable = value is not null && isBearable(row) ? value : null;
            if (row.RefusedUntilUtc > clock.GetUtcNow())
            {
                return bearable is null ? RefusalOf(row) : bearable;
            }

            if (await store.TryLeaseAsync(row, cancellationToken))
            {
                return await FetchAsync(row, force: false, bearable, cancellationToken);
            }

            if (bearable is not null)
            {
                return bearable;
            }

            await Task.Delay(BetweenLooks, cancellationToken);
        }

        return WeChatError.Unreachable("Another node has been fetching the token for too long.");
    }

    private async Task<WeChatResult<string>> ForceOnceAsync(string failed, CancellationToken cancellationToken)
    {
        var row = await store.ReadAsync(kind, cancellationToken);
        var allowed = TokenLife.NextForced(row.ForcedUtc, row.ForcedCount, clock.GetUtcNow());
        if (IsOther(row, failed) || allowed is not { } count || !await store.TryLeaseAsync(row, cancellationToken))
        {
            return failed;
        }

        await store.CountForcedAsync(row, count, cancellationToken);
        return await FetchAsync(row, force: true, bearable: failed, cancellationToken);
    }

    private async Task<WeChatResult<string>> FetchAsync(
        StoredToken row, bool force, string? bearable, CancellationToken cancellationToken)
    {
        var settled = false;
        try
        {
            var issued = await fetch(force, cancellationToken);
            if (!issued.IsOk || issued.Value.Value is not { Length: > 0 } value)
            {
                var error = issued.Error ?? WeChatError.Unknown("The answer holds no token.");
                settled = await store.RefuseAsync(row, error, TokenLife.PauseAfter(error, clock.GetUtcNow()), cancellationToken);
                return bearable is null ? error : bearable;
            }

            settled = await store.SaveAsync(row, value, issued.Value.ExpiresIn, cancellationToken);

            // Where the lease ran out meanwhile, the row is another's and its token is newer than this one.
            return settled
                ? Remember(value, clock.GetUtcNow() + TokenLife.UntilRenewal(issued.Value.ExpiresIn))
                : store.ValueOf(await store.ReadAsync(kind, cancellationToken)) ?? value;
        }
        finally
        {
            if (!settled)
            {
                await store.ReleaseAsync(row);
            }
        }
    }

    private bool IsOther(StoredToken row, string failed) =>
        store.ValueOf(row) is { } value && value != failed && clock.GetUtcNow() < row.ExpiresUtc;

    private bool WasConfirmed(StoredToken row) => clock.GetUtcNow() - row.ConfirmedUtc < TokenLife.BetweenForced;

    private static WeChatError RefusalOf(StoredToken row) => row.RefusedCode is { } code
        ? AccessTokens.Judge(WeChatError.Answered(code, row.RefusedMessage ?? ""))
        : WeChatError.Unreachable(row.RefusedMessage ?? "WeChat gave no token.");

    private string? FromMemory() =>
        _remembered is { } known && clock.GetUtcNow() < known.UntilUtc ? known.Value : null;

    private string Remember(string value, DateTimeOffset? renew)
    {
        var until = clock.GetUtcNow() + TokenLife.Remembered;
        _remembered = new Remembered(value, renew < until ? renew.Value : until);
        return value;
    }

    private sealed record Remembered(string Value, DateTimeOffset UntilUtc);
}
