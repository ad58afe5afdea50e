using PartyCms.WeChat.Callback;

namespace PartyCms.UnitTests.WeChat;

public sealed class EventParserTests
{
    [Fact]
    public void A_mini_program_opened_from_the_menu_tells_its_page()
    {
        Assert.Equal(
            new MiniProgramOpened("pages/index"),
            Parse("view_miniprogram", "<EventKey>pages/index</EventKey><MenuId>1</MenuId>"));
    }

    [Theory]
    [InlineData("scancode_push", false)]
    [InlineData("scancode_waitmsg", true)]
    public void A_scanned_code_tells_its_content_and_whether_an_answer_is_awaited(string name, bool isAwaited)
    {
        var scanned = Parse(
            name,
            """
            <EventKey>CHECKIN</EventKey>
            <ScanCodeInfo><ScanType>qrcode</ScanType><ScanResult>https://e.cn/1</ScanResult></ScanCodeInfo>
            """);

        Assert.Equal(new CodeScanned("CHECKIN", "qrcode", "https://e.cn/1", isAwaited), scanned);
    }

    [Theory]
    [InlineData("pic_sysphoto")]
    [InlineData("pic_photo_or_album")]
    [InlineData("pic_weixin")]
    public void Chosen_pictures_are_counted(string name)
    {
        var chosen = Parse(
            name,
            """
            <EventKey>P</EventKey><SendPicsInfo><Count>2</Count><PicList>
              <item><PicMd5Sum>a</PicMd5Sum></item><item><PicMd5Sum>b</PicMd5Sum></item>
            </PicList></SendPicsInfo>
            """);

        Assert.Equal(new PicturesChosen("P", 2), chosen);
    }

    [Fact]
    public void A_chosen_place_has_its_latitude_first()
    {
        var place = Parse(
            "location_select",
            """
            <EventKey>L</EventKey><SendLocationInfo><Location_X>23.1</Location_X><Location_Y>113.3</Location_Y>
            <Scale>15</Scale><Label>村委会</Label><Poiname/></SendLocationInfo>
            """);

        Assert.Equal(new PlaceChosen("L", 23.1m, 113.3m, "村委会"), place);
    }

    [Fact]
    public void A_reported_position_has_its_precision()
    {
        Assert.Equal(
            new PositionReported(23.137466m, 113.352425m, 119.385040m),
            Parse(
                "LOCATION",
                "<Latitude>23.137466</Latitude><Longitude>113.352425</Longitude><Precision>119.385040</Precision>"));
    }

    [Theory]
    [InlineData("success", true)]
    [InlineData("failed:user block", false)]
    [InlineData("failed: system failed", false)]
    public void A_template_message_tells_whether_it_arrived(string status, bool succeeded)
    {
        var sent = Assert.IsType<TemplateMessageSent>(
            Parse("TEMPLATESENDJOBFINISH", $"<MsgID>200163836</MsgID><Status>{status}</Status>"));

        Assert.Equal("200163836", sent.MessageId);
        Assert.Equal(succeeded, sent.Succeeded);
    }

    [Fact]
    public void A_mass_send_tells_its_counts_and_the_addresses_of_its_articles()
    {
        var finished = Assert.IsType<MassSendFinished>(Parse(
            "MASSSENDJOBFINISH",
            """
            <MsgID>1000001625</MsgID><Status>sendsuccess</Status><TotalCount>100</TotalCount><FilterCount>80</FilterCount>
            <SentCount>75</SentCount><ErrorCount>5</ErrorCount>
            <ArticleUrlResult><Count>2</Count><ResultList>
              <item><ArticleIdx>1</ArticleIdx><ArticleUrl>https://mp.weixin.qq.com/s/1</ArticleUrl></item>
              <item><ArticleIdx>2</ArticleIdx><ArticleUrl>https://mp.weixin.qq.com/s/2</ArticleUrl></item>
            </ResultList></ArticleUrlResult>
            """));

        Assert.Equal(("1000001625", "sendsuccess"), (finished.MessageId, finished.Status));
        Assert.Equal(
            (100, 80, 75, 5), (finished.TotalCount, finished.FilterCount, finished.SentCount, finished.ErrorCount));
        Assert.Equal(
            [new(1, "https://mp.weixin.qq.com/s/1"), new(2, "https://mp.weixin.qq.com/s/2")], finished.Articles);
    }

    [Theory]
    [InlineData("PUBLISHJOBFINISH")]
    [InlineData("FREEPUBLISHJOBFINISH")]
    [InlineData("publishjobfinish")]
    public void A_publication_tells_its_article_whatever_the_event_is_called(string name)
    {
        var finished = Assert.IsType<PublicationFinished>(Parse(
            name,
            """
            <PublishEventInfo><publish_id>2247503051</publish_id><publish_status>0</publish_status>
            <article_id><![CDATA[b5O2OUs25HBxRceL7hfReg-U9QGeq9zQjiDvy
            ]]></article_id><article_detail><count>1</count>
            <item><idx>1</idx><article_url>https://mp.weixin.qq.com/s/1</article_url></item></article_detail>
            </PublishEventInfo>
            """));

        Assert.Equal("2247503051", finished.PublishId);
        Assert.Equal(0, finished.Status);
        Assert.Equal("b5O2OUs25HBxRceL7hfReg-U9QGeq9zQjiDvy", finished.ArticleId);
        Assert.Equal([new(1, "https://mp.weixin.qq.com/s/1")], finished.Articles);
        Assert.Empty(finished.RefusedPlaces);
    }

    [Fact]
    public void A_refused_publication_tells_which_articles_were_refused()
    {
        var finished = Assert.IsType<PublicationFinished>(Parse(
            "PUBLISHJOBFINISH",
            """
            <PublishEventInfo><publish_id>2247503051</publish_id><publish_status>2</publish_status>
            <fail_idx>1</fail_idx><fail_idx>2</fail_idx></PublishEventInfo>
            """));

        Assert.Equal(2, finished.Status);
        Assert.Equal([1, 2], finished.RefusedPlaces);
    }

    [Fact]
    public void Answers_on_notices_stay_with_their_template_though_one_lacks_its_status()
    {
        var answered = Assert.IsType<NoticesAnswered>(Parse(
            "subscribe_msg_popup_event",
            """
            <SubscribeMsgPopupEvent>
              <List><TemplateId>T1</TemplateId></List>
              <List><TemplateId>T2</TemplateId><SubscribeStatusString>accept</SubscribeStatusString></List>
              <List><TemplateId>T3</TemplateId><SubscribeStatusString>reject</SubscribeStatusString></List>
            </SubscribeMsgPopupEvent>
            """));

        Assert.Equal([new("T1", ""), new("T2", "accept"), new("T3", "reject")], answered.Answers);
        Assert.Equal([false, true, false], answered.Answers.Select(answer => answer.IsAccepted));
    }

    [Fact]
    public void A_change_of_mind_on_notices_is_told()
    {
        var changed = Assert.IsType<NoticesChanged>(Parse(
            "subscribe_msg_change_event",
            """
            <SubscribeMsgChangeEvent><List><TemplateId>T1</TemplateId>
            <SubscribeStatusString>reject</SubscribeStatusString></List></SubscribeMsgChangeEvent>
            """));

        Assert.Equal([new("T1", "reject")], changed.Answers);
    }

    [Fact]
    public void A_sent_notice_tells_its_number_beyond_the_precision_of_doubles()
    {
        var sent = Assert.IsType<NoticesSent>(Parse(
            "subscribe_msg_sent_event",
            """
            <SubscribeMsgSentEvent><List><TemplateId>T1</TemplateId><MsgID>1700827132819554305</MsgID>
            <ErrorCode>0</ErrorCode><ErrorStatus>success</ErrorStatus></List></SubscribeMsgSentEvent>
            """));

        Assert.Equal([new("T1", "1700827132819554305", 0, "success")], sent.Deliveries);
    }

    [Fact]
    public void A_withdrawn_permission_names_the_person()
    {
        Assert.Equal(
            new AuthorizationRevoked("oUser", "1,2"),
            Parse("user_authorization_revoke", "<OpenID>oUser</OpenID><AppID>wx1</AppID><RevokeInfo>1,2</RevokeInfo>"));
    }

    [Theory]
    [InlineData("qualification_verify_success", "ExpiredTime", nameof(VerificationNews.QualificationVerified))]
    [InlineData("qualification_verify_fail", "FailTime", nameof(VerificationNews.QualificationFailed))]
    [InlineData("naming_verify_success", "ExpiredTime", nameof(VerificationNews.NamingVerified))]
    [InlineData("naming_verify_fail", "FailTime", nameof(VerificationNews.NamingFailed))]
    [InlineData("annual_renew", "ExpiredTime", nameof(VerificationNews.RenewalDue))]
    [InlineData("verify_expired", "ExpiredTime", nameof(VerificationNews.Expired))]
    public void News_of_the_verification_tell_their_time(string name, string field, string news)
    {
        var changed = Assert.IsType<VerificationChanged>(Parse(name, $"<{field}>1442401156</{field}>"));

        Assert.Equal(Enum.Parse<VerificationNews>(news), changed.News);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1442401156), changed.At);
    }

    [Fact]
    public void A_refused_verification_tells_why()
    {
        var refused = Assert.IsType<VerificationChanged>(Parse(
            "naming_verify_fail", "<FailTime>1442401061</FailTime><FailReason><![CDATA[by time]]></FailReason>"));

        Assert.Equal("by time", refused.FailReason);
    }

    [Theory]
    [InlineData("99999999999999999999")]
    [InlineData("999999999999999999")]
    [InlineData("-1")]
    [InlineData("soon")]
    public void A_time_that_cannot_be_is_no_time(string time)
    {
        var changed = Assert.IsType<VerificationChanged>(Parse("verify_expired", $"<ExpiredTime>{time}</ExpiredTime>"));

        Assert.Null(changed.At);
    }

    private static MessageContent Parse(string name, string fields) =>
        Pushes.Message("event", $"<Event>{name}</Event>{fields}").Content;
}
