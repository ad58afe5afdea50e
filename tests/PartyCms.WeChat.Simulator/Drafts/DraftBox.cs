using System.Text.Json;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Drafts;

/// <summary>The account's drafts. One that is published or sent to followers is gone from here.</summary>
public sealed class DraftBox
{
    private readonly SimulatorClock _clock;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, SimulatedDraft> _drafts = new(StringComparer.Ordinal);

    internal DraftBox(SimulatorClock clock) => _clock = clock;

    /// <summary>All drafts, the one written last first.</summary>
    public IReadOnlyList<SimulatedDraft> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _drafts.Values.OrderByDescending(draft => draft.UpdatedAt)];
            }
        }
    }

    /// <summary>A draft that is still in the box.</summary>
    public SimulatedDraft? Find(string mediaId)
    {
        lock (_gate)
        {
            return _drafts.GetValueOrDefault(mediaId);
        }
    }

    /// <summary>The draft that a call names as <c>media_id</c>.</summary>
    internal SimulatedDraft Require(JsonElement json) =>
        Find(json.Text("media_id", 40007, "invalid media_id")) ?? throw Refusal.BadMediaId();

    internal SimulatedDraft Add(IReadOnlyList<SimulatedArticle> articles, string origin)
    {
        var mediaId = SimulatedIds.Word(64);
        var draft = new SimulatedDraft(
            mediaId,
            [.. articles.Select((article, index) => article with { Url = $"{origin}/s/draft/{mediaId}/{index + 1}" })],
            _clock.GetUtcNow());
        Restore(draft);
        return draft;
    }

    internal void Restore(SimulatedDraft draft)
    {
        lock (_gate)
        {
            _drafts[draft.MediaId] = draft;
        }
    }

    internal bool TryReplace(string mediaId, int index, SimulatedArticle article)
    {
        lock (_gate)
        {
            if (!_drafts.TryGetValue(mediaId, out var draft) || index < 0 || index >= draft.Articles.Count)
            {
                return false;
            }

            var articles = draft.Articles.ToList();
            articles[index] = article with { Url = articles[index].Url };
            _drafts[mediaId] = draft with { Articles = articles, UpdatedAt = _clock.GetUtcNow() };
            return true;
        }
    }

    internal SimulatedDraft? Take(string mediaId)
    {
        lock (_gate)
        {
            return _drafts.Remove(mediaId, out var draft) ? draft : null;
        }
    }
}
