using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.OAuth;

/// <summary>Codes and tokens by which the site recognizes people (网页授权).</summary>
public sealed class OAuthDesk
{
    private static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan TokenLife = TimeSpan.FromSeconds(7200);
    private static readonly TimeSpan RefreshLife = TimeSpan.FromDays(30);

    private readonly SimulatorClock _clock;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, OAuthCode> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OAuthSession> _sessions = new(StringComparer.Ordinal);

    internal OAuthDesk(SimulatorClock clock) => _clock = clock;

    /// <summary>Hosts that may receive codes (网页授权域名); empty accepts all.</summary>
    public IReadOnlyList<string> Hosts { get; set; } = [];

    /// <summary>
    /// Whether pages open as snapshots (快照页): the site learns the openid of a person who does not exist.
    /// </summary>
    public bool GivesSnapshots { get; set; }

    /// <summary>A code as the site would receive it, for tests without a browser.</summary>
    public string IssueCode(string openId, string scope = "snsapi_base")
    {
        var code = "0" + SimulatedIds.Word(31);
        lock (_gate)
        {
            _codes[code] = GivesSnapshots
                ? new OAuthCode("oSnapshot" + SimulatedIds.Word(19), scope, _clock.GetUtcNow() + CodeLife, IsSnapshot: true)
                : new OAuthCode(openId, scope, _clock.GetUtcNow() + CodeLife, IsSnapshot: false);
        }

        return code;
    }

    internal (string Token, OAuthSession Session) Redeem(string code)
    {
        lock (_gate)
        {
            if (!_codes.TryGetValue(code, out var found))
            {
                throw new Refusal(40029, "invalid code");
            }

            if (found.IsUsed)
            {
                throw new Refusal(40163, "code been used");
            }

            if (found.ExpiresAt <= _clock.GetUtcNow())
            {
                throw new Refusal(42003, "oauth_code expired");
            }

            _codes[code] = found with { IsUsed = true };
            return Open(new OAuthSession(
                found.OpenId,
                found.Scope,
                found.IsSnapshot,
                "98_" + SimulatedIds.Word(83),
                default,
                _clock.GetUtcNow() + RefreshLife));
        }
    }

    internal (string Token, OAuthSession Session) Refresh(string refreshToken)
    {
        lock (_gate)
        {
            var found = _sessions.Values.LastOrDefault(session => session.RefreshToken == refreshToken)
                ?? throw new Refusal(40030, "invalid refresh_token");
            return found.RefreshUntil > _clock.GetUtcNow() ? Open(found) : throw new Refusal(42002, "refresh_token expired");
        }
    }

    internal OAuthSession Check(string token, string openId)
    {
        lock (_gate)
        {
            if (!_sessions.TryGetValue(token, out var session))
            {
                throw new Refusal(40001, "invalid credential, access_token is invalid or not latest");
            }

            if (session.ExpiresAt <= _clock.GetUtcNow())
            {
                throw new Refusal(42001, "access_token expired");
            }

            return session.OpenId == openId ? session : throw Refusal.BadOpenId();
        }
    }

    private (string Token, OAuthSession Session) Open(OAuthSession session)
    {
        var token = "97_" + SimulatedIds.Word(83);
        return (token, _sessions[token] = session with { ExpiresAt = _clock.GetUtcNow() + TokenLife });
    }
}
