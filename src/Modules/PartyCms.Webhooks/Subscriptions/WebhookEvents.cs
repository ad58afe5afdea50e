namespace PartyCms.Webhooks.Subscriptions;

/// <summary>The events that can be subscribed to.</summary>
internal static class WebhookEvents
{
    /// <summary>Readers see an item, or a new edition of it.</summary>
    public const string Published = "content.published";

    /// <summary>Readers no longer see an item: it was withdrawn, archived or deleted.</summary>
    public const string Unpublished = "content.unpublished";

    /// <summary>A test, sent on demand and never subscribed to.</summary>
    public const string Ping = "ping";

    public static IReadOnlyList<string> All { get; } = [Published, Unpublished];

    public static string DisplayName(string eventType) => eventType switch
    {
        Published => "发布或更新",
        Unpublished => "撤下或删除",
        Ping => "测试",
        _ => eventType,
    };
}
