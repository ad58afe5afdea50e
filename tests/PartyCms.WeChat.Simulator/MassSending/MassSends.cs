using System.Globalization;
using PartyCms.WeChat.Simulator.Accounts;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.MassSending;

/// <summary>Everything that was sent to many followers at once, and how such jobs are to end.</summary>
public sealed class MassSends
{
    /// <summary>How many a follower receives from a service account in one month.</summary>
    public const int PerFollowerAndMonth = 4;

    private static readonly TimeSpan SameIdRests = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan IdsAreKept = TimeSpan.FromHours(24);
    private static readonly TimeSpan AdministratorHas = TimeSpan.FromMinutes(30);

    private readonly SimulatedWeChat _world;
    private readonly List<MassSend> _all = [];
    private readonly Queue<string> _outcomes = [];
    private readonly Dictionary<(string OpenId, string Month), int> _received = [];

    internal MassSends(SimulatedWeChat world) => _world = world;

    /// <summary>
    /// How long a job takes; zero ends it as soon as its call was answered,
    /// <see cref="Timeout.InfiniteTimeSpan"/> leaves the end to <see cref="Finish"/>.
    /// </summary>
    public TimeSpan Delay { get; set; } = TimeSpan.Zero;

    /// <summary>How many times the end of a job is pushed, each time as a new push.</summary>
    public int AnnouncementCopies { get; set; } = 1;

    /// <summary>All jobs in the order in which they were handed in.</summary>
    public IReadOnlyList<MassSend> All
    {
        get
        {
            lock (_world.Gate)
            {
                return [.. _all];
            }
        }
    }

    /// <summary>The next job ends with this status, for example <c>err(20001)</c>. Without, jobs succeed.</summary>
    public void NextEndsAs(string status)
    {
        lock (_world.Gate)
        {
            _outcomes.Enqueue(status);
        }
    }

    /// <summary>Ends a job now; for one that awaits the administrator this is their confirmation.</summary>
    public void Finish(long msgId) => End(msgId, status: null);

    /// <summary>The administrator refuses.</summary>
    public void RefuseByAdministrator(long msgId) => End(msgId, "err(40001)");

    internal MassSend Accept(MassSend wanted)
    {
        lock (_world.Gate)
        {
            CheckClientMsgId(wanted);
            if (_world.Account.Kind == SimulatedAccountKind.Subscription && _all.Exists(job => IsToday(job.AcceptedAt)))
            {
                throw new Refusal(45028, "has no masssend quota");
            }

            var now = _world.Clock.GetUtcNow();
            var accepted = wanted with
            {
                MsgId = _world.Ids.Number(3_147_483_000),
                MsgDataId = _world.Ids.Number(2_247_483_000),
                DueAt = wanted.AwaitsAdministrator ? now + AdministratorHas
                    : Delay == Timeout.InfiniteTimeSpan ? null : now + Delay,
            };
            _all.Add(accepted);
            if (wanted.Draft is { } draft)
            {
                _world.Drafts.Take(draft.MediaId);
            }

            return accepted;
        }
    }

    /// <summary>Whether the sender's id was used before: then nothing is sent a second time.</summary>
    internal void CheckClientMsgId(MassSend wanted)
    {
        var now = _world.Clock.GetUtcNow();
        var earlier = _all.FindLast(job => job.ClientMsgId == wanted.ClientMsgId && now - job.AcceptedAt < IdsAreKept);
        if (earlier is null)
        {
            return;
        }

        throw now - earlier.AcceptedAt < SameIdRests
            ? new Refusal(45066, "same clientmsgid retry too fast")
            : new Refusal(45065, "clientmsgid exist")
            {
                Details = new() { ["msg_id"] = earlier.MsgId, ["msg_data_id"] = earlier.MsgDataId },
            };
    }

    internal MassSend? Find(long msgId) => All.FirstOrDefault(job => job.MsgId == msgId);

    internal void Delete(long msgId, int articleIndex)
    {
        lock (_world.Gate)
        {
            var index = _all.FindIndex(job => job.MsgId == msgId);
            _all[index] = _all[index] with
            {
                Status = articleIndex == 0 ? "DELETE" : _all[index].Status,
                Articles = [.. _all[index].Articles.Select((article, at) =>
                    articleIndex == 0 || articleIndex == at + 1 ? article with { IsDeleted = true } : article)],
            };
        }
    }

    internal void RunDue()
    {
        lock (_world.Gate)
        {
            var now = _world.Clock.GetUtcNow();
            foreach (var job in _all.Where(job => job.Status == "SENDING" && job.DueAt <= now).ToList())
            {
                End(job.MsgId, job.AwaitsAdministrator ? "err(40002)" : null);
            }
        }
    }

    private void End(long msgId, string? status)
    {
        lock (_world.Gate)
        {
            var index = _all.FindIndex(job => job.MsgId == msgId && job.Status == "SENDING");
            if (index < 0)
            {
                throw new ArgumentException("There is no such job under way.", nameof(msgId));
            }

            status ??= _outcomes.Count > 0 ? _outcomes.Dequeue() : "sendsuccess";
            _all[index] = status == "sendsuccess"
                ? Send(_all[index])
                : _all[index] with { Status = "SEND_FAIL", FinalStatus = status, ErrorCount = _all[index].Recipients.Count };
            if (status != "sendsuccess" && _all[index].Draft is { } draft)
            {
                _world.Drafts.Restore(draft);
            }

            for (var copy = 0; copy < AnnouncementCopies; copy++)
            {
                _world.Events.MassSendFinished(_all[index]);
            }
        }
    }

    private MassSend Send(MassSend job)
    {
        var articles = job.Articles
            .Select(article => article with { Url = $"{_world.Origin}/s/{SimulatedIds.Word(22)}" }).ToList();
        var sent = job with { Status = "SEND_SUCCESS", FinalStatus = "sendsuccess", Articles = articles };
        var recipients = job.Recipients.Where(MayReceive).ToList();
        foreach (var openId in recipients)
        {
            _world.Chats.Add(openId, sent.ToChat(_world.Clock.GetUtcNow()));
        }

        return sent with { SentCount = recipients.Count, ErrorCount = job.Recipients.Count - recipients.Count };
    }

    private bool MayReceive(string openId)
    {
        var key = (openId, _world.Clock.Today.ToString("yyyy-MM", CultureInfo.InvariantCulture));
        var received = _received.GetValueOrDefault(key);
        _received[key] = received + 1;
        return _world.Account.Kind == SimulatedAccountKind.Subscription || received < PerFollowerAndMonth;
    }

    private bool IsToday(DateTimeOffset at) =>
        DateOnly.FromDateTime(at.ToOffset(SimulatorClock.ChinaOffset).DateTime) == _world.Clock.Today;
}
