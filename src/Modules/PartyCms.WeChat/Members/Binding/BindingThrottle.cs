using PartyCms.Kernel.RateLimits;

namespace PartyCms.WeChat.Members.Binding;

/// <summary>
/// Keeps anybody from finding out a code of four digits by trying: a person five times an hour, a network thirty times,
/// and a name ten times a day whoever tries. Only failures count.
/// </summary>
internal sealed class BindingThrottle(TimeProvider clock)
{
    public const int PersonPerHour = 5;

    public const int NamePerDay = 10;

    private const int NetworkPerHour = 30;

    private readonly WindowCounter _persons = new(PersonPerHour, TimeSpan.FromHours(1), clock);
    private readonly WindowCounter _networks = new(NetworkPerHour, TimeSpan.FromHours(1), clock);
    private readonly WindowCounter _names = new(NamePerDay, TimeSpan.FromDays(1), clock);

    public bool Admits(BindingAttempt attempt) =>
        !_persons.Look(attempt.OpenId).IsExceeded
        && !_networks.Look(attempt.Network).IsExceeded
        && (attempt.Name is null || !_names.Look(attempt.Name).IsExceeded);

    public void Fail(BindingAttempt attempt)
    {
        _persons.Add(attempt.OpenId);
        _networks.Add(attempt.Network);
        if (attempt.Name is not null)
        {
            _names.Add(attempt.Name);
        }
    }
}

/// <summary>Who tries to be bound.</summary>
/// <param name="OpenId">The WeChat identity, as WeChat told the server.</param>
/// <param name="Network">The network they come from.</param>
/// <param name="Name">The name that is claimed; null for an invitation, which says by itself for whom it is.</param>
internal sealed record BindingAttempt(string OpenId, string Network, string? Name);
