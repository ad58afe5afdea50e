using PartyCms.WeChat.Callback;

namespace PartyCms.UnitTests.WeChat;

public sealed class DeduplicationKeyTests
{
    [Fact]
    public void A_repeated_message_has_the_same_key()
    {
        Assert.Equal(Text("1"), Text("1"));
    }

    [Fact]
    public void A_key_fills_its_column()
    {
        Assert.Equal(DeduplicationKey.Length, Text("1").Length);
    }

    [Fact]
    public void Another_message_id_is_another_message()
    {
        Assert.NotEqual(Text("1"), Text("2"));
    }

    [Fact]
    public void The_same_message_id_of_another_follower_is_another_message()
    {
        Assert.NotEqual(Text("1"), Text("1", from: "oUser-2"));
    }

    [Fact]
    public void The_same_message_id_at_another_time_is_another_message()
    {
        Assert.NotEqual(Text("1"), Text("1", createTime: 1348831861));
    }

    [Fact]
    public void A_repeated_event_has_the_same_key()
    {
        Assert.Equal(Event("CLICK", "A"), Event("CLICK", "A"));
    }

    [Fact]
    public void Two_events_of_one_second_are_told_apart_by_their_name()
    {
        Assert.NotEqual(Event("SCAN", "A"), Event("CLICK", "A"));
    }

    [Fact]
    public void Two_events_of_one_second_are_told_apart_by_their_key()
    {
        Assert.NotEqual(Event("CLICK", "A"), Event("CLICK", "B"));
    }

    [Fact]
    public void Name_and_key_do_not_run_into_each_other()
    {
        Assert.NotEqual(Event("CLICKA", "B"), Event("CLICK", "AB"));
    }

    [Theory]
    [InlineData("<MsgID>{0}</MsgID>")]
    [InlineData("<PublishEventInfo><publish_id>{0}</publish_id></PublishEventInfo>")]
    [InlineData(
        "<SubscribeMsgPopupEvent><List><TemplateId>T</TemplateId></List><List><TemplateId>{0}</TemplateId></List>"
        + "</SubscribeMsgPopupEvent>")]
    public void Two_events_of_one_second_are_told_apart_by_what_they_are_about(string about)
    {
        Assert.NotEqual(
            Event("X", "", about.Replace("{0}", "1", StringComparison.Ordinal)),
            Event("X", "", about.Replace("{0}", "2", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_message_without_a_number_is_told_apart_by_sender_and_time()
    {
        var first = DeduplicationKey.Of(Pushes.Message("text", "<Content>a</Content>"));
        var later = DeduplicationKey.Of(Pushes.Message("text", "<Content>a</Content>", createTime: 1348831861));

        Assert.NotEqual(first, later);
    }

    private static string Text(string id, string from = "oUser-1", long createTime = 1348831860) =>
        DeduplicationKey.Of(Pushes.Message("text", $"<Content>学习</Content><MsgId>{id}</MsgId>", from, createTime));

    private static string Event(string name, string key, string about = "") => DeduplicationKey.Of(
        Pushes.Message("event", $"<Event>{name}</Event><EventKey>{key}</EventKey>{about}"));
}
