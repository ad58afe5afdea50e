using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PartyCms.Kernel.Data;

namespace PartyCms.WeChat.Client.Capabilities;

/// <summary>
/// What the account may do: as trying it out has shown, else as WeChat's tables say for its kind. A refusal for want of a
/// right takes the capability away until it is tried out anew.
/// </summary>
internal sealed partial class CapabilityRecord(
    IServiceScopeFactory scopes, IOptions<WeChatOptions> options, TimeProvider clock, ILogger<CapabilityRecord> logger)
{
    /// <summary>Whether to offer something and try it.</summary>
    public async Task<bool> HasAsync(Capability capability, CancellationToken cancellationToken) =>
        (await AllAsync(cancellationToken)).Contains(capability);

    /// <summary>Everything that is worth trying.</summary>
    public async Task<IReadOnlySet<Capability>> AllAsync(CancellationToken cancellationToken)
    {
        var account = options.Value;
        if (!account.HasApi)
        {
            return new HashSet<Capability>();
        }

        var known = (await ShownAsync(cancellationToken)).ToDictionary(row => row.Capability, row => row.IsGranted);
        return Enum.GetValues<Capability>().Where(capability => known.TryGetValue(capability, out var granted)
            ? granted
            : CapabilityRules.Grants(account.Kind, account.IsVerified, capability)).ToHashSet();
    }

    /// <summary>What was shown so far, by trying out or by a refusal.</summary>
    public async Task<IReadOnlyList<StoredCapability>> ShownAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var appId = options.Value.AppId;
        return await scope.ServiceProvider.GetRequiredService<CmsDbContext>().Set<StoredCapability>().AsNoTracking()
            .Where(row => row.AppId == appId).ToListAsync(cancellationToken);
    }

    /// <summary>WeChat has refused a call for want of the right to it.</summary>
    public async Task WithdrawAsync(Capability capability, WeChatError error, CancellationToken cancellationToken)
    {
        LogWithdrawn(capability, error.Code, error.Rid);
        await SaveAsync(capability, granted: false, error, cancellationToken);
    }

    /// <summary>Trying it out went well.</summary>
    public Task GrantAsync(Capability capability, CancellationToken cancellationToken) =>
        SaveAsync(capability, granted: true, null, cancellationToken);

    private async Task SaveAsync(Capability capability, bool granted, WeChatError? error, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CmsDbContext>();
        var (appId, now) = (options.Value.AppId, clock.GetUtcNow());
        var rid = error?.Rid is { Length: > StoredCapabilityConfiguration.RidLength } ? null : error?.Rid;
        var changed = await db.Set<StoredCapability>().Where(row => row.AppId == appId && row.Capability == capability)
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.IsGranted, granted).SetProperty(row => row.CheckedUtc, now)
                    .SetProperty(row => row.Code, error == null ? null : error.Code).SetProperty(row => row.Rid, rid),
                cancellationToken);
        if (changed > 0)
        {
            return;
        }

        db.Add(new StoredCapability
        {
            AppId = appId, Capability = capability, IsGranted = granted, CheckedUtc = now, Code = error?.Code, Rid = rid,
        });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception)
            when (scope.ServiceProvider.GetRequiredService<IDatabaseProvider>().IsUniqueViolation(exception))
        {
            // Another call has just learned the same.
            db.ChangeTracker.Clear();
        }
    }

    [LoggerMessage(1711, LogLevel.Warning, "WeChat does not grant the account {Capability}: {Code} (rid {Rid})")]
    private partial void LogWithdrawn(Capability capability, int? code, string? rid);
}
