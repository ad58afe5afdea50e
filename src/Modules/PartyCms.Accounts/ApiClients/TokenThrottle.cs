using System.Threading.RateLimiting;

namespace PartyCms.Accounts.ApiClients;

/// <summary>
/// Slows down guessing of secrets: a few failures a minute for each pair of address and client id, and a generous
/// number of requests a minute for each address, for every check costs milliseconds of stretching.
/// </summary>
internal sealed class TokenThrottle : IDisposable
{
    private const int FailuresPerMinute = 10;

    private const int RequestsPerMinute = 600;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _failures = Limiter(FailuresPerMinute);
    private readonly PartitionedRateLimiter<string> _requests = Limiter(RequestsPerMinute);

    /// <summary>Seconds a refused caller should wait.</summary>
    public const string RetryAfterSeconds = "60";

    /// <summary>Counts a request; false where it is one too many.</summary>
    public bool TryEnter(string address, string clientId)
    {
        using var lease = _requests.AttemptAcquire(address);
        using var probe = _failures.AttemptAcquire(Pair(address, clientId), 0);
        return lease.IsAcquired && probe.IsAcquired;
    }

    /// <summary>Counts a failure.</summary>
    public void Fail(string address, string clientId)
    {
        using var lease = _failures.AttemptAcquire(Pair(address, clientId));
    }

    public void Dispose()
    {
        _failures.Dispose();
        _requests.Dispose();
    }

    private static string Pair(string address, string clientId) => $"{address} {clientId}";

    private static PartitionedRateLimiter<string> Limiter(int permits) =>
        PartitionedRateLimiter.Create<string, string>(key => RateLimitPartition.GetFixedWindowLimiter(
            key, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window, QueueLimit = 0 }));
}
