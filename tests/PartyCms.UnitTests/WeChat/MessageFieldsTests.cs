using PartyCms.WeChat.Callback;

namespace PartyCms.UnitTests.WeChat;

public sealed class MessageFieldsTests
{
    [Fact]
    public void Nested_and_repeated_elements_keep_their_path_and_order()
    {
        var fields = MessageFields.Read(
            """
            <xml><PublishEventInfo><publish_id>2247503051</publish_id><publish_status>2</publish_status>
              <article_id><![CDATA[id]]></article_id><fail_idx>1</fail_idx><fail_idx>2</fail_idx>
            </PublishEventInfo></xml>
            """);

        Assert.NotNull(fields);
        Assert.Equal("2247503051", fields["PublishEventInfo/publish_id"]);
        Assert.Equal(["1", "2"], fields.All("PublishEventInfo/fail_idx"));
    }

    [Fact]
    public void Json_has_the_same_paths()
    {
        var fields = MessageFields.Read("""{"A":{"b":[1,2],"c":"党课"},"d":null,"e":true,"f":6000000000000000001}""");

        Assert.NotNull(fields);
        Assert.Equal(["1", "2"], fields.All("A/b"));
        Assert.Equal("党课", fields["A/c"]);
        Assert.Equal("6000000000000000001", fields["f"]);
    }

    [Fact]
    public void What_belongs_to_one_item_stays_together_though_another_lacks_a_field()
    {
        var fields = MessageFields.Read("<xml><L><i><a>1</a></i><i><a>2</a><b>x</b></i></L></xml>");

        Assert.Equal([null, "x"], fields?.Groups("L/i").Select(item => item["b"]));
    }

    [Fact]
    public void A_missing_element_differs_from_an_empty_one()
    {
        var fields = MessageFields.Read("<xml><EventKey></EventKey><Ticket/></xml>");

        Assert.NotNull(fields);
        Assert.Equal("", fields["EventKey"]);
        Assert.Equal("", fields["Ticket"]);
        Assert.Null(fields["Event"]);
        Assert.Equal(["EventKey", "Ticket"], fields.Names);
    }

    [Fact]
    public void Character_data_in_many_sections_is_one_text()
    {
        var fields = MessageFields.Read("<xml><Content><![CDATA[a]]]]><![CDATA[>b]]>&lt;</Content></xml>");

        Assert.Equal("a]]>b<", fields?["Content"]);
    }

    [Fact]
    public void Control_characters_that_followers_send_do_not_make_a_message_unreadable()
    {
        var fields = MessageFields.Read("<xml><Content><![CDATA[学\u0008习]]></Content></xml>");

        Assert.Equal("学习", fields?["Content"]);
    }

    [Theory]
    [InlineData("<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><Content>&e;</Content></xml>")]
    [InlineData("<!DOCTYPE xml SYSTEM \"http://127.0.0.1:1/x.dtd\"><xml><Content>a</Content></xml>")]
    [InlineData("<!DOCTYPE xml><xml><Content>a</Content></xml>")]
    [InlineData("<xml><Content>&e;</Content></xml>")]
    public void A_document_type_or_an_entity_of_its_own_is_refused(string body)
    {
        Assert.Null(MessageFields.Read(body));
    }

    [Fact]
    public void Entities_that_grow_are_refused()
    {
        Assert.Null(MessageFields.Read(
            """
            <!DOCTYPE xml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>
            <xml><Content>&c;</Content></xml>
            """));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("success")]
    [InlineData("<xml>")]
    [InlineData("<xml></xm>")]
    [InlineData("<xml></xml><xml></xml>")]
    [InlineData("{")]
    [InlineData("[1]")]
    [InlineData("{\"a\":}")]
    [InlineData("{\"a\":\"\\ud83d\"}")]
    [InlineData("{\"\\ud83d\":1}")]
    public void What_is_not_well_formed_is_refused(string body)
    {
        Assert.Null(MessageFields.Read(body));
    }

    [Theory]
    [InlineData("<xml>", "<a>", "</a>", "</xml>")]
    [InlineData("", "{\"a\":", "}", "")]
    public void A_message_nested_too_deeply_is_refused(string start, string open, string close, string end)
    {
        var body = start + string.Concat(Enumerable.Repeat(open, 9)) + "1"
            + string.Concat(Enumerable.Repeat(close, 9)) + end;

        Assert.Null(MessageFields.Read(body));
    }
}
