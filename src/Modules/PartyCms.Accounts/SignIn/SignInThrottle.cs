using Microsoft.Extensions.Options;
using PartyCms.Kernel.RateLimits;

namespace PartyCms.Accounts.SignIn;

/// <summary>
/// Slows down trying passwords from one address against many names. Only failures count, so that an office behind one
/// address may sign in on the same morning.
/// </summary>
internal sealed class SignInThrottle(IOptions<RateLimitOptions> options, TimeProvider clock)
{
    private readonly WindowCounter _failures = new(
        options.Value.SignInFailuresPerTenMinutes, TimeSpan.FromMinutes(10), clock);

    /// <summary>How long an address has to wait, or null where it may try.</summary>
    public TimeSpan? WaitOf(string address) => _failures.Look(address) is { IsExceeded: true } state ? state.Reset : null;

    /// <summary>Counts a failure.</summary>
    public void Fail(string address) => _failures.Add(address);
}
