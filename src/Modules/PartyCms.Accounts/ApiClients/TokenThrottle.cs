using Microsoft.Extensions.Options;
using PartyCms.Kernel.RateLimits;

namespace PartyCms.Accounts.ApiClients;

/// <summary>
/// Slows down guessing of secrets: a few failures a minute for each pair of address and client id, and a number of
/// requests a minute for each address, for every check costs milliseconds of stretching.
/// </summary>
internal sealed class TokenThrottle(IOptions<RateLimitOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly WindowCounter _failures = new(options.Value.TokenFailuresPerMinute, Window, clock);
    private readonly WindowCounter _requests = new(options.Value.TokensPerMinute, Window, clock);

    /// <summary>Counts a request; where it is one too many, the seconds to wait.</summary>
    public int? Enter(string address, string clientId)
    {
        var failures = _failures.Look(Pair(address, clientId));
        var requests = _requests.Add(address);
        return failures.IsExceeded ? failures.ResetSeconds : requests.IsExceeded ? requests.ResetSeconds : null;
    }

    /// <summary>Counts a failure.</summary>
    public void Fail(string address, string clientId) => _failures.Add(Pair(address, clientId));

    private static string Pair(string address, string clientId) => $"{address} {clientId}";
}
