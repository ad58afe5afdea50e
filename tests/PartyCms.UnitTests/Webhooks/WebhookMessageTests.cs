using PartyCms.Kernel.Content;
using PartyCms.Webhooks.Deliveries;

namespace PartyCms.UnitTests.Webhooks;

public sealed class WebhookMessageTests
{
    private static readonly DateTimeOffset Noon = new(2026, 9, 16, 4, 0, 0, TimeSpan.Zero);

    private static readonly Guid Receiver = new("01994c0e-0000-7000-8000-000000000001");

    private static readonly ContentPublished Event = new(
        "4m2ngjv9xq3t0c8s5b1d7e6fwh", "4xk92r6yq3t0c8s5b1d7e6fwhz", "BranchNews", null, "news/zhang-san", Noon);

    [Fact]
    public void The_same_event_makes_the_same_delivery_whenever_it_is_handled()
    {
        var first = WebhookMessage.Of(Event, "qinghe").To(Receiver, Noon);
        var again = WebhookMessage.Of(Event, "qinghe").To(Receiver, Noon.AddHours(3));

        Assert.Equal((first.Id, first.Payload), (again.Id, again.Payload));
    }

    [Fact]
    public void Another_receiver_edition_or_moment_makes_another_id()
    {
        var ids = new[]
        {
            WebhookMessage.Of(Event, null).IdFor(Receiver),
            WebhookMessage.Of(Event, null).IdFor(Guid.Empty),
            WebhookMessage.Of(Event with { ContentItemVersionId = "4other" }, null).IdFor(Receiver),
            WebhookMessage.Of(Event with { OccurredAt = Noon.AddTicks(1) }, null).IdFor(Receiver),
        };

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void The_body_holds_ids_and_neither_title_nor_address() => Assert.Equal(
        """
        {"type":"content.published","timestamp":"2026-09-16T04:00:00Z","data":{"contentItemId":"4m2ngjv9xq3t0c8s5b1d7e6fwh","contentItemVersionId":"4xk92r6yq3t0c8s5b1d7e6fwhz","contentType":"BranchNews","branch":"qinghe"}}
        """,
        WebhookMessage.Of(Event, "qinghe").To(Receiver, Noon).Payload);
}
