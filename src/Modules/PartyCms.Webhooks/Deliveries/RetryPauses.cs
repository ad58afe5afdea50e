namespace PartyCms.Webhooks.Deliveries;

/// <summary>
/// When a delivery is tried again: nine tries in about two days, so that a receiver may be away for a weekend night and
/// still hear of everything.
/// </summary>
internal static class RetryPauses
{
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    /// <summary>Tries in all.</summary>
    public static int MostAttempts => Pauses.Length + 1;

    /// <summary>The pause after the given number of failed tries (1 and more); null where it is time to give up.</summary>
    public static TimeSpan? After(int attempts) => attempts <= Pauses.Length ? Pauses[attempts - 1] : null;
}
