namespace PartyCms.WeChat.Simulator.Accounts;

/// <summary>The account and what WeChat thinks of it; may be changed at any time.</summary>
public sealed class SimulatedAccount
{
    private readonly HashSet<string> _deniedPaths = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private IReadOnlyList<string>? _allowedAddresses;

    internal SimulatedAccount(SimulatorOptions options)
    {
        AppId = options.AppId;
        AppSecret = options.AppSecret;
        OriginalId = options.OriginalId;
        Kind = options.Kind;
        Verified = options.Verified;
    }

    /// <summary>AppID.</summary>
    public string AppId { get; }

    /// <summary>Secret; a new one makes the old one useless at once.</summary>
    public string AppSecret { get; set; }

    /// <summary>The account's original id, <c>gh_…</c>.</summary>
    public string OriginalId { get; }

    /// <summary>Name that followers see above the chat.</summary>
    public string Name { get; set; } = "先锋里网络支部";

    /// <summary>Kind of account.</summary>
    public SimulatedAccountKind Kind { get; set; }

    /// <summary>Whether the organization is verified.</summary>
    public bool Verified { get; set; }

    /// <summary>A person instead of an organization: loses freepublish whatever else it has.</summary>
    public bool IsPersonal { get; set; }

    /// <summary>Bound to an account of the Open Platform (微信开放平台): only then people's unionids are told.</summary>
    public bool IsInOpenPlatform { get; set; }

    /// <summary>Secret frozen by its owner: tokens are refused with 40243.</summary>
    public bool SecretFrozen { get; set; }

    /// <summary>Account frozen by WeChat: tokens are refused with 50007.</summary>
    public bool Frozen { get; set; }

    /// <summary>API group-send protection: a mass send to all waits for the administrator.</summary>
    public bool ProtectsMassSends { get; set; }

    /// <summary>
    /// Addresses that may obtain tokens; <c>null</c> switches the white list off. Others are refused with 40164.
    /// </summary>
    public IReadOnlyList<string>? AllowedAddresses
    {
        get => Volatile.Read(ref _allowedAddresses);
        set => Volatile.Write(ref _allowedAddresses, value);
    }

    /// <summary>Takes an API family away from the account (48001) whatever its kind allows.</summary>
    /// <param name="pathPrefix">Start of the paths, for example <c>/cgi-bin/freepublish</c>.</param>
    public void Deny(string pathPrefix)
    {
        lock (_gate)
        {
            _deniedPaths.Add(pathPrefix);
        }
    }

    /// <summary>Gives back what <see cref="Deny"/> took.</summary>
    public void Allow(string pathPrefix)
    {
        lock (_gate)
        {
            _deniedPaths.Remove(pathPrefix);
        }
    }

    internal bool MayUse(string path, Permission permission)
    {
        lock (_gate)
        {
            if (_deniedPaths.Any(denied => path.StartsWith(denied, StringComparison.Ordinal)))
            {
                return false;
            }
        }

        if (IsPersonal && path.StartsWith("/cgi-bin/freepublish/", StringComparison.Ordinal))
        {
            return false;
        }

        return permission switch
        {
            Permission.Everyone => true,
            Permission.Verified => Verified,
            Permission.ServiceOrVerified => Verified || Kind == SimulatedAccountKind.Service,
            Permission.VerifiedService => Verified && Kind == SimulatedAccountKind.Service,
        };
    }
}
