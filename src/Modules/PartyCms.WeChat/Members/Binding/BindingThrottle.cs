using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PartyCms.Kernel.Data;

namespace PartyCms.WeChat.Members.Binding;

/// <summary>
/// Keeps anybody from finding out a code of four digits by trying: a person five times an hour, a network thirty times,
/// and a name ten times a day whoever tries. Only failures count. The counts stand in the database, so that neither many
/// requests at once nor many nodes allow more.
/// </summary>
internal sealed class BindingThrottle(
    CmsDbContext db, IDatabaseProvider provider, IOptions<WeChatOptions> options, TimeProvider clock)
{
    public const int PersonPerHour = 5;

    public const int NamePerDay = 10;

    private const int NetworkPerHour = 30;

    /// <summary>
    /// Counts a try before anybody looks whether it is right: tries that come at the same moment would all be looked at
    /// before the first is counted. False, and not counted, where it is one too many.
    /// </summary>
    public async Task<bool> TakeAsync(BindingAttempt attempt, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);

        // Always person, network, name: in one order, tries that share some of them cannot wait for each other in a circle.
        foreach (var limit in LimitsOf(attempt))
        {
            if (!await CountAsync(limit, cancellationToken))
            {
                return false;
            }
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Takes a try back that did not fail.</summary>
    public async Task GiveBackAsync(BindingAttempt attempt, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var limit in LimitsOf(attempt))
        {
            await db.Set<BindingTries>().Where(tries => tries.Key == limit.Key && tries.EndsUtc > now && tries.Count > 0)
                .ExecuteUpdateAsync(set => set.SetProperty(tries => tries.Count, tries => tries.Count - 1), cancellationToken);
        }
    }

    private IEnumerable<Limit> LimitsOf(BindingAttempt attempt)
    {
        yield return new Limit(KeyOf("person", attempt.OpenId), PersonPerHour, TimeSpan.FromHours(1));
        yield return new Limit(KeyOf("network", attempt.Network), NetworkPerHour, TimeSpan.FromHours(1));
        if (attempt.Name is not null)
        {
            yield return new Limit(KeyOf("name", attempt.Name), NamePerDay, TimeSpan.FromDays(1));
        }
    }

    // Addresses and names could all be tried out, so the hash needs a secret.
    private string KeyOf(string kind, string who) => Convert.ToHexStringLower(HMACSHA256.HashData(
        Encoding.UTF8.GetBytes(options.Value.AppSecret), Encoding.UTF8.GetBytes($"{kind}:{who}")));

    private async Task<bool> CountAsync(Limit limit, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ends = now + limit.Window;
        var rows = db.Set<BindingTries>().Where(tries => tries.Key == limit.Key);
        while (true)
        {
            if (await rows.Where(tries => tries.EndsUtc > now && tries.Count < limit.Most).ExecuteUpdateAsync(
                    set => set.SetProperty(tries => tries.Count, tries => tries.Count + 1), cancellationToken) == 1
                || await rows.Where(tries => tries.EndsUtc <= now).ExecuteUpdateAsync(
                    set => set.SetProperty(tries => tries.Count, 1).SetProperty(tries => tries.EndsUtc, ends), cancellationToken) == 1)
            {
                return true;
            }

            if (await rows.AnyAsync(tries => tries.EndsUtc > now && tries.Count >= limit.Most, cancellationToken))
            {
                return false;
            }

            if (await TryAddAsync(new BindingTries { Key = limit.Key, Count = 1, EndsUtc = ends }, cancellationToken))
            {
                return true;
            }
        }
    }

    // False where somebody else began the same count meanwhile.
    private async Task<bool> TryAddAsync(BindingTries tries, CancellationToken cancellationToken)
    {
        db.Add(tries);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            return false;
        }
        finally
        {
            db.Entry(tries).State = EntityState.Detached;
        }
    }

    private sealed record Limit(string Key, int Most, TimeSpan Window);
}

/// <summary>Who tries to be bound.</summary>
/// <param name="OpenId">The WeChat identity, as WeChat told the server.</param>
/// <param name="Network">The network they come from.</param>
/// <param name="Name">The name that is claimed; null for an invitation, which says by itself for whom it is.</param>
internal sealed record BindingAttempt(string OpenId, string Network, string? Name);
