using System.Text.Json.Nodes;
using PartyCms.Kernel.Content.Scheduling;

namespace PartyCms.UnitTests.Content;

public sealed class ScheduleDatesTests
{
    [Theory]
    [InlineData("{}", true, null)]
    [InlineData("""{"PublishLaterPart":{}}""", true, null)]
    [InlineData("""{"PublishLaterPart":{"ScheduledPublishUtc":null}}""", true, null)]
    [InlineData("""{"PublishLaterPart":{"ScheduledPublishUtc":""}}""", true, null)]
    [InlineData("""{"PublishLaterPart":{"ScheduledPublishUtc":"2030-05-01T08:00:00Z"}}""", true, "2030-05-01T08:00:00Z")]
    [InlineData("""{"PublishLaterPart":{"ScheduledPublishUtc":"2030-05-01T16:00:00.9+08:00"}}""", true, "2030-05-01T08:00:00Z")]
    [InlineData("""{"PublishLaterPart":{"ScheduledPublishUtc":"2030-05-01T08:00:00"}}""", true, "2030-05-01T08:00:00Z")]
    [InlineData("""{"PublishLaterPart":{"ScheduledPublishUtc":"soon"}}""", false, null)]
    [InlineData("""{"PublishLaterPart":{"ScheduledPublishUtc":5}}""", false, null)]
    [InlineData("""{"PublishLaterPart":"soon"}""", true, null)]
    public void A_date_is_read_in_any_iso_form_and_written_to_the_second(string json, bool isDate, string? due)
    {
        var ok = ScheduleDates.TryRead(JsonNode.Parse(json)!.AsObject(), ScheduledAct.Publish, out var read);

        Assert.Equal((isDate, due), (ok, read is { } instant ? ScheduleDates.Format(instant) : null));
    }
}
