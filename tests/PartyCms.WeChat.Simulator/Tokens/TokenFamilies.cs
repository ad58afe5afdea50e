using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Tokens;

/// <summary>
/// The account's access tokens. Those of <c>/cgi-bin/token</c> and of <c>/cgi-bin/stable_token</c> do not know of each
/// other: a new one of the first kind ends the one before it after five minutes, the second kind is given again and again.
/// </summary>
public sealed class TokenFamilies
{
    private const int Length = 136;

    private static readonly TimeSpan Life = TimeSpan.FromSeconds(7200);
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(300);
    private static readonly TimeSpan BetweenForcedRefreshes = TimeSpan.FromSeconds(30);

    private readonly SimulatorClock _clock;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _expiries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _revoked = new(StringComparer.Ordinal);
    private string? _classic;
    private string? _stable;
    private DateTimeOffset _forcedAt = DateTimeOffset.MinValue;
    private (DateOnly Day, int Count) _forced;

    internal TokenFamilies(SimulatorClock clock) => _clock = clock;

    /// <summary>How often a stable token may be forced to change in one day.</summary>
    public const int ForcedRefreshesPerDay = 20;

    /// <summary>How many tokens of either family were made.</summary>
    public int Issued
    {
        get
        {
            lock (_gate)
            {
                return _expiries.Count;
            }
        }
    }

    /// <summary>Makes every token useless at once, as a change of the secret or another system's call would.</summary>
    public void RevokeAll()
    {
        lock (_gate)
        {
            _revoked.UnionWith(_expiries.Keys);
            (_classic, _stable) = (null, null);
        }
    }

    internal (string Token, int ExpiresIn) IssueClassic()
    {
        lock (_gate)
        {
            if (_classic is not null)
            {
                Shorten(_classic, _clock.GetUtcNow() + Overlap);
            }

            _classic = Issue();
            return (_classic, (int)Life.TotalSeconds);
        }
    }

    /// <summary>The stable token with the seconds it has left; <c>null</c> if no more may be forced today.</summary>
    internal (string Token, int ExpiresIn)? IssueStable(bool force)
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            if (force && _stable is not null && now - _forcedAt >= BetweenForcedRefreshes)
            {
                if (!TryCountForced())
                {
                    return null;
                }

                _revoked.Add(_stable);
                _forcedAt = now;
                _stable = Issue();
            }
            else if (_stable is null || _expiries[_stable] - now <= Overlap)
            {
                // The one before lives on until its own end.
                _stable = Issue();
            }

            return (_stable, (int)(_expiries[_stable] - now).TotalSeconds);
        }
    }

    internal void Check(string token)
    {
        lock (_gate)
        {
            if (token.Length == 0)
            {
                throw new Refusal(41001, "access_token missing");
            }

            if (!_expiries.TryGetValue(token, out var expiry) || _revoked.Contains(token))
            {
                throw new Refusal(40001, "invalid credential, access_token is invalid or not latest");
            }

            if (expiry <= _clock.GetUtcNow())
            {
                throw token == _classic || token == _stable
                    ? new Refusal(42001, "access_token expired")
                    : new Refusal(40001, "invalid credential, access_token is invalid or not latest");
            }
        }
    }

    private string Issue()
    {
        var token = "99_" + SimulatedIds.Word(Length);
        _expiries[token] = _clock.GetUtcNow() + Life;
        return token;
    }

    private void Shorten(string token, DateTimeOffset to)
    {
        if (_expiries[token] > to)
        {
            _expiries[token] = to;
        }
    }

    private bool TryCountForced()
    {
        if (_forced.Day != _clock.Today)
        {
            _forced = (_clock.Today, 0);
        }

        _forced.Count++;
        return _forced.Count <= ForcedRefreshesPerDay;
    }
}
