using PartyCms.WeChat.Callback;

namespace PartyCms.UnitTests.WeChat;

public sealed class IncomingMessageTests
{
    [Fact]
    public void Every_message_tells_its_sender_its_time_and_its_number()
    {
        var message = Parse("text", "<Content><![CDATA[学习]]></Content><MsgId>6798465223417856001</MsgId>");

        Assert.Equal("gh_1a2b3c", message.ToUserName);
        Assert.Equal("oUser-1", message.FromUserName);
        Assert.Equal(1348831860, message.CreateTime);
        Assert.Equal(6798465223417856001, message.MessageId);
    }

    [Fact]
    public void Fields_that_have_no_name_yet_are_kept()
    {
        var message = Parse("text", "<Content>a</Content><MsgDataId>7</MsgDataId><Idx>2</Idx>");

        Assert.Equal("7", message.Fields["MsgDataId"]);
        Assert.Equal("2", message.Fields["Idx"]);
    }

    [Fact]
    public void A_text_tells_which_menu_option_was_tapped()
    {
        var message = Parse("text", "<Content>满意</Content><bizmsgmenuid>101</bizmsgmenuid>");

        Assert.Equal(new TextContent("满意", "101"), message.Content);
    }

    [Fact]
    public void An_image_tells_its_address()
    {
        var message = Parse("image", "<PicUrl>http://mmbiz.qpic.cn/a</PicUrl><MediaId>m</MediaId>");

        Assert.Equal(new ImageContent("http://mmbiz.qpic.cn/a", "m"), message.Content);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("<Recognition>你好</Recognition>", "你好")]
    public void A_voice_message_may_be_recognized(string field, string? recognition)
    {
        var message = Parse("voice", $"<MediaId>m</MediaId><Format>amr</Format>{field}");

        Assert.Equal(new VoiceContent("m", "amr", recognition), message.Content);
    }

    [Theory]
    [InlineData("video", false)]
    [InlineData("shortvideo", true)]
    public void A_video_tells_whether_it_is_short(string kind, bool isShort)
    {
        var message = Parse(kind, "<MediaId>m</MediaId><ThumbMediaId>t</ThumbMediaId>");

        Assert.Equal(new VideoContent("m", "t", isShort), message.Content);
    }

    [Fact]
    public void A_location_has_its_latitude_first()
    {
        var message = Parse(
            "location",
            "<Location_X>23.134521</Location_X><Location_Y>-113.358803</Location_Y><Scale>20</Scale><Label>村</Label>");

        Assert.Equal(new LocationContent(23.134521m, -113.358803m, "村"), message.Content);
    }

    [Fact]
    public void A_link_tells_where_it_leads()
    {
        var message = Parse("link", "<Title>t</Title><Description>d</Description><Url>https://e.cn</Url>");

        Assert.Equal(new LinkContent("t", "d", "https://e.cn"), message.Content);
    }

    [Theory]
    [InlineData("hologram", "")]
    [InlineData("location", "<Location_X>north</Location_X><Location_Y>1</Location_Y>")]
    public void A_message_of_another_kind_is_kept_as_it_is(string kind, string fields)
    {
        Assert.Equal(new OtherContent(kind), Parse(kind, fields).Content);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("qrscene_b:7:ab12", "b:7:ab12")]
    [InlineData("last_trade_no_4003942001", null)]
    public void A_new_follower_may_come_by_the_scene_of_a_code(string key, string? scene)
    {
        Assert.Equal(new Subscribed(scene), ParseEvent("subscribe", key).Content);
    }

    [Fact]
    public void A_new_follower_may_come_without_any_key()
    {
        Assert.Equal(new Subscribed(null), Parse("event", "<Event>subscribe</Event>").Content);
    }

    [Fact]
    public void A_follower_who_leaves_is_told()
    {
        Assert.Equal(new Unsubscribed(), ParseEvent("unsubscribe", "").Content);
    }

    [Theory]
    [InlineData("SCAN")]
    [InlineData("scan")]
    public void A_scanned_code_tells_its_scene_in_any_letter_case_of_the_event(string name)
    {
        Assert.Equal(new SceneScanned("b:7:ab12"), ParseEvent(name, "b:7:ab12").Content);
    }

    [Fact]
    public void A_menu_button_tells_its_key()
    {
        Assert.Equal(new MenuClicked("CHECKIN"), ParseEvent("CLICK", "CHECKIN").Content);
    }

    [Fact]
    public void A_menu_link_tells_its_address()
    {
        Assert.Equal(new MenuLinkOpened("https://e.cn/?a=1"), ParseEvent("VIEW", "https://e.cn/?a=1").Content);
    }

    [Fact]
    public void Any_other_event_is_kept_with_all_its_fields()
    {
        var message = Parse(
            "event",
            """
            <Event>card_pass_check</Event><EventKey>k</EventKey><CardId>c</CardId>
            <Result><item><Idx>1</Idx><State>2</State></item><item><Idx>2</Idx><State>1</State></item></Result>
            """);

        Assert.Equal(new OtherEvent("card_pass_check", "k"), message.Content);
        Assert.Equal("c", message.Fields["CardId"]);
        Assert.Equal(["2", "1"], message.Fields.All("Result/item/State"));
    }

    [Theory]
    [InlineData("<xml></xml>")]
    [InlineData("<xml><FromUserName>o</FromUserName><CreateTime>1</CreateTime><MsgType>text</MsgType></xml>")]
    [InlineData("<xml><ToUserName>g</ToUserName><CreateTime>1</CreateTime><MsgType>text</MsgType></xml>")]
    [InlineData("<xml><ToUserName>g</ToUserName><FromUserName>o</FromUserName><MsgType>text</MsgType></xml>")]
    [InlineData("<xml><ToUserName>g</ToUserName><FromUserName>o</FromUserName><CreateTime>1</CreateTime></xml>")]
    [InlineData(
        "<xml><ToUserName>g</ToUserName><FromUserName>o</FromUserName><CreateTime>now</CreateTime>"
        + "<MsgType>text</MsgType></xml>")]
    public void A_push_without_what_every_push_has_is_refused(string body)
    {
        Assert.Null(IncomingMessageParser.Parse(MessageFields.Read(body)!));
    }

    [Fact]
    public void The_published_example_in_json_is_read()
    {
        var message = IncomingMessageParser.Parse(MessageFields.Read(
            """
            {"ToUserName":"gh_97417a04a28d","FromUserName":"o9AgO5Kd5ggOC-bXrbNODIiE3bGY","CreateTime":1714037059,
            "MsgType":"event","Event":"debug_demo","debug_str":"hello world"}
            """)!);

        Assert.NotNull(message);
        Assert.Equal(new OtherEvent("debug_demo", ""), message.Content);
        Assert.Equal(1714037059, message.CreateTime);
        Assert.Equal("hello world", message.Fields["debug_str"]);
    }

    private static IncomingMessage Parse(string kind, string fields) => Pushes.Message(kind, fields);

    private static IncomingMessage ParseEvent(string name, string key) =>
        Parse("event", $"<Event><![CDATA[{name}]]></Event><EventKey><![CDATA[{key}]]></EventKey>");
}
