namespace PartyCms.WeChat.Delivery;

/// <summary>Whether something holds.</summary>
internal enum TruthTone
{
    /// <summary>It does not, and nothing is wrong.</summary>
    No,

    /// <summary>It is on its way.</summary>
    Soon,

    /// <summary>It does.</summary>
    Yes,

    /// <summary>It did and does no more, or something is wrong.</summary>
    Warning,
}

/// <summary>One of the three things people mix up when they say 发了: on our site, in the draft box, with readers of WeChat.</summary>
/// <param name="Name">Which one, in Chinese.</param>
/// <param name="Icon">Name of a Bootstrap icon.</param>
/// <param name="Tone">Whether it holds.</param>
/// <param name="Text">The same in Chinese words.</param>
/// <param name="SinceUtc">Since when; null where there is no such time.</param>
internal sealed record DeliveryTruth(string Name, string Icon, TruthTone Tone, string Text, DateTimeOffset? SinceUtc);

/// <summary>What the three truths follow from.</summary>
internal sealed record TruthFacts(IssueStage Stage)
{
    /// <summary>The stage at which a failed issue failed.</summary>
    public IssueStage? FailedAt { get; init; }

    /// <summary>Publication on our site; null where the article is not public.</summary>
    public DateTimeOffset? OnSiteUtc { get; init; }

    public DateTimeOffset? DraftedUtc { get; init; }

    public DateTimeOffset? PublishedUtc { get; init; }

    public DateTimeOffset? SentUtc { get; init; }

    /// <summary>Whether the draft is missing in the box while nobody can tell whether it was published.</summary>
    public bool IsMissing { get; init; }

    /// <summary>When WeChat took it down.</summary>
    public DateTimeOffset? EndedUtc { get; init; }
}

/// <summary>The three truths (domain 3.9): each by itself, none follows from another.</summary>
internal static class DeliveryTruths
{
    public static IReadOnlyList<DeliveryTruth> Of(TruthFacts facts) => [OnSite(facts), InBox(facts), WithReaders(facts)];

    private static DeliveryTruth OnSite(TruthFacts facts) => facts.OnSiteUtc is { } since
        ? new("微网站", "globe2", TruthTone.Yes, "公开中", since)
        : new("微网站", "globe2", IssueLifecycle.IsOver(facts.Stage) ? TruthTone.No : TruthTone.Warning, "没有公开", null);

    private static DeliveryTruth InBox(TruthFacts facts)
    {
        var stage = facts.Stage == IssueStage.Failed ? facts.FailedAt : facts.Stage;
        var (tone, text) = stage switch
        {
            IssueStage.Drafted when facts.IsMissing => (TruthTone.Warning, "已不在草稿箱"),
            IssueStage.Drafted or IssueStage.AwaitingSecond or IssueStage.Submitting or IssueStage.Sending or IssueStage.Updating =>
                (TruthTone.Yes, "在草稿箱"),
            IssueStage.Uploading when facts.DraftedUtc is not null => (TruthTone.Yes, "在草稿箱，正在更新"),
            IssueStage.Uploading or IssueStage.Drafting when facts.Stage != IssueStage.Failed => (TruthTone.Soon, "正在送去"),
            IssueStage.Publishing or IssueStage.Distributing => (TruthTone.Soon, "已提交，正在离开草稿箱"),
            IssueStage.LeftBox => (TruthTone.Warning, "已不在草稿箱"),
            IssueStage.Published or IssueStage.MassSent or IssueStage.Withdrawn => (TruthTone.No, "已离开草稿箱"),
            _ => (TruthTone.No, "没有"),
        };
        return new("草稿箱", "inbox", tone, text, tone == TruthTone.Yes ? facts.DraftedUtc : null);
    }

    private static DeliveryTruth WithReaders(TruthFacts facts)
    {
        var (tone, text, since) = facts.Stage switch
        {
            IssueStage.MassSent => (TruthTone.Yes, "已群发给关注者", facts.SentUtc),
            IssueStage.Published => (TruthTone.Yes, "已发表，没有推送给关注者", facts.PublishedUtc),
            IssueStage.Submitting or IssueStage.Publishing => (TruthTone.Soon, "正在发表", null),
            IssueStage.Sending or IssueStage.Distributing => (TruthTone.Soon, "正在群发", null),
            IssueStage.Withdrawn => (TruthTone.Warning, "发表后被删除", facts.EndedUtc),
            IssueStage.Failed when facts.FailedAt is IssueStage.Submitting or IssueStage.Publishing => (TruthTone.Warning, "发表没有办成", null),
            IssueStage.Failed when facts.FailedAt is IssueStage.Sending or IssueStage.Distributing => (TruthTone.Warning, "群发没有办成", null),
            IssueStage.LeftBox => (TruthTone.Warning, "不清楚：可能已在公众平台发表", null),
            IssueStage.Drafted when facts.IsMissing => (TruthTone.Soon, "正在查有没有发表", null),
            _ => (TruthTone.No, "还没有发表", (DateTimeOffset?)null),
        };
        return new("微信读者", "wechat", tone, text, since);
    }
}
