using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Notices;

/// <summary>Forms of notices, and who has agreed to which (订阅通知: one consent, one notice).</summary>
public sealed class NoticeBoard
{
    private const int Most = 25;

    private readonly Lock _gate = new();
    private readonly List<NoticeTemplate> _templates = [];
    private readonly List<NoticeTemplate> _subscriptions = [];
    private readonly Dictionary<(string OpenId, string TemplateId), int> _grants = [];

    internal NoticeBoard()
    {
    }

    /// <summary>Forms of template messages.</summary>
    public IReadOnlyList<NoticeTemplate> Templates
    {
        get
        {
            lock (_gate)
            {
                return [.. _templates];
            }
        }
    }

    /// <summary>Forms of subscription notices.</summary>
    public IReadOnlyList<NoticeTemplate> Subscriptions
    {
        get
        {
            lock (_gate)
            {
                return [.. _subscriptions];
            }
        }
    }

    /// <summary>Adds a form of template messages.</summary>
    public void AddTemplate(NoticeTemplate template) => Add(_templates, template);

    /// <summary>Adds a form of subscription notices.</summary>
    public void AddSubscription(NoticeTemplate template) => Add(_subscriptions, template);

    /// <summary>How many notices of a form a person still takes.</summary>
    public int Grants(string openId, string templateId)
    {
        lock (_gate)
        {
            return _grants.GetValueOrDefault((openId, templateId));
        }
    }

    /// <summary>A person agrees to one more notice, without anything being pushed.</summary>
    public void Grant(string openId, string templateId)
    {
        lock (_gate)
        {
            _grants[(openId, templateId)] = _grants.GetValueOrDefault((openId, templateId)) + 1;
        }
    }

    internal bool TryUseGrant(string openId, NoticeTemplate template)
    {
        lock (_gate)
        {
            var grants = _grants.GetValueOrDefault((openId, template.Id));
            if (grants > 0 && template.Type == 2)
            {
                _grants[(openId, template.Id)] = grants - 1;
            }

            return grants > 0;
        }
    }

    internal bool RemoveTemplate(string id) => Remove(_templates, id);

    internal bool RemoveSubscription(string id) => Remove(_subscriptions, id);

    private void Add(List<NoticeTemplate> list, NoticeTemplate template)
    {
        lock (_gate)
        {
            if (list.Count >= Most)
            {
                throw new Refusal(45026, "template num exceeds limit");
            }

            list.Add(template);
        }
    }

    private bool Remove(List<NoticeTemplate> list, string id)
    {
        lock (_gate)
        {
            return list.RemoveAll(template => template.Id == id) > 0;
        }
    }
}
