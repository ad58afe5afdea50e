using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Followers;

/// <summary>Everybody who has met the account, in the order in which they did.</summary>
public sealed class FollowerBook
{
    private readonly SimulatorClock _clock;
    private readonly Lock _gate = new();
    private readonly List<Follower> _all = [];
    private readonly Dictionary<(string AppId, string OpenId), string> _former = [];

    internal FollowerBook(SimulatorClock clock) => _clock = clock;

    /// <summary>Everybody, those who left included.</summary>
    public IReadOnlyList<Follower> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _all];
            }
        }
    }

    /// <summary>Those who follow now.</summary>
    public IReadOnlyList<Follower> Following => [.. All.Where(person => person.IsFollowing)];

    /// <summary>Adds a person without pushing anything.</summary>
    /// <param name="nickname">Their name.</param>
    /// <param name="isFollowing">Whether they follow the account already.</param>
    /// <param name="openId">Their id; by default one in WeChat's shape.</param>
    public Follower Add(string nickname, bool isFollowing = true, string? openId = null)
    {
        lock (_gate)
        {
            var person = new Follower(openId ?? "o" + SimulatedIds.Word(27), nickname)
            {
                UnionId = "o" + SimulatedIds.Word(27),
                IsFollowing = isFollowing,
                FollowedAt = isFollowing ? _clock.GetUtcNow() : null,
            };
            _all.Add(person);
            return person;
        }
    }

    /// <summary>A person by id.</summary>
    public Follower? Find(string openId)
    {
        lock (_gate)
        {
            return _all.Find(person => person.OpenId == openId);
        }
    }

    /// <summary>Lets somebody have come with an account that moved into this one (账号迁移).</summary>
    /// <param name="formerAppId">The account that moved.</param>
    /// <param name="formerOpenId">Who they were there.</param>
    /// <param name="openId">Who they are here.</param>
    public void MoveHere(string formerAppId, string formerOpenId, string openId)
    {
        lock (_gate)
        {
            _former[(formerAppId, formerOpenId)] = openId;
        }
    }

    internal bool HasMoved(string formerAppId)
    {
        lock (_gate)
        {
            return _former.Keys.Any(former => former.AppId == formerAppId);
        }
    }

    internal string? FindFormer(string formerAppId, string formerOpenId)
    {
        lock (_gate)
        {
            return _former.GetValueOrDefault((formerAppId, formerOpenId));
        }
    }

    internal Follower Require(string openId) => Find(openId) ?? throw Refusal.BadOpenId();

    internal Follower Change(string openId, Func<Follower, Follower> change)
    {
        lock (_gate)
        {
            var index = _all.FindIndex(person => person.OpenId == openId);
            return index < 0 ? throw Refusal.BadOpenId() : _all[index] = change(_all[index]);
        }
    }
}
