using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.QrCodes;

/// <summary>All QR codes with scenes that the account has made.</summary>
public sealed class SceneCodes
{
    private readonly SimulatorClock _clock;
    private readonly Lock _gate = new();
    private readonly List<SceneCode> _all = [];

    internal SceneCodes(SimulatorClock clock) => _clock = clock;

    /// <summary>All codes, expired ones included, in the order in which they were made.</summary>
    public IReadOnlyList<SceneCode> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    /// <summary>A code that has not expired, by ticket or by scene.</summary>
    public SceneCode? Find(string ticketOrScene)
    {
        lock (_gate)
        {
            return _all.FindLast(code => (code.Ticket == ticketOrScene || code.Scene == ticketOrScene)
                && (code.ExpiresAt is null || code.ExpiresAt > _clock.GetUtcNow()));
        }
    }

    internal SceneCode Add(string scene, TimeSpan? life)
    {
        var code = new SceneCode(
            "gQ" + SimulatedIds.Word(94),
            scene,
            "http://weixin.qq.com/q/" + SimulatedIds.Word(22),
            life is null ? null : _clock.GetUtcNow() + life);
        lock (_gate)
        {
            _all.Add(code);
        }

        return code;
    }
}
