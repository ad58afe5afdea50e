using PartyCms.WeChat.Simulator.Accounts;

namespace PartyCms.WeChat.Simulator.Wire;

/// <summary>One API: its path, who may call it how often, and what it does.</summary>
internal sealed record ApiRoute(string Method, string Path, Func<ApiCall, ApiAnswer> Run)
{
    /// <summary>Calls a day; <c>null</c> is without limit.</summary>
    public int? DailyLimit { get; init; }

    public Permission Permission { get; init; } = Permission.Everyone;

    /// <summary>Whether the call needs an access token of the account.</summary>
    public bool NeedsToken { get; init; } = true;

    public static ApiRoute Get(string path, Func<ApiCall, ApiAnswer> run) => new("GET", path, run);

    public static ApiRoute Post(string path, Func<ApiCall, ApiAnswer> run) => new("POST", path, run);
}
