using System.Xml.Linq;
using PartyCms.WeChat.Callback;

namespace PartyCms.UnitTests.WeChat;

public sealed class ReplyWriterTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1714112500);

    [Fact]
    public void A_text_is_answered_in_the_form_of_the_documentation()
    {
        Assert.Equal(
            "<xml><ToUserName><![CDATA[oUser-1]]></ToUserName><FromUserName><![CDATA[gh_1a2b3c]]></FromUserName>"
            + "<CreateTime>1714112500</CreateTime><MsgType><![CDATA[text]]></MsgType>"
            + "<Content><![CDATA[你好]]></Content></xml>",
            Write(new TextReply("你好")));
    }

    [Fact]
    public void An_image_is_answered_by_its_media_id()
    {
        Assert.Equal("m", Elements(new ImageReply("m")).Element("Image")?.Element("MediaId")?.Value);
    }

    [Fact]
    public void News_have_all_four_fields()
    {
        var news = Elements(new NewsReply([new NewsItem("标题", "摘要", "https://e.cn/a.jpg", "https://e.cn/a")]));

        Assert.Equal("1", news.Element("ArticleCount")?.Value);
        Assert.Equal(
            ["标题", "摘要", "https://e.cn/a.jpg", "https://e.cn/a"],
            news.Element("Articles")!.Element("item")!.Elements().Select(element => element.Value));
    }

    [Theory]
    [InlineData("text", "<Content>学习</Content>", 1)]
    [InlineData("event", "<Event>CLICK</Event><EventKey>A</EventKey>", 8)]
    public void News_beyond_what_WeChat_takes_are_left_out(string kind, string fields, int count)
    {
        var items = Enumerable.Range(1, 9).Select(i => new NewsItem($"第{i}课", "", "", "https://e.cn"));

        var news = Elements(new NewsReply([.. items]), Pushes.Message(kind, fields));

        Assert.Equal(count, (int?)news.Element("ArticleCount"));
        Assert.Equal(count, news.Element("Articles")?.Elements("item").Count());
        Assert.Equal("第1课", news.Descendants("Title").First().Value);
    }

    [Fact]
    public void After_an_event_a_list_is_news()
    {
        var list = new ListReply("找到这些：", [Item(1), Item(2)], "完");

        var news = Elements(list, Pushes.Message("event", "<Event>CLICK</Event><EventKey>A</EventKey>"));

        Assert.Equal(["第1课", "第2课"], news.Descendants("Title").Select(title => title.Value));
    }

    [Fact]
    public void After_a_message_a_list_of_many_is_a_text_of_links()
    {
        var list = new ListReply("找到这些：", [Item(1), Item(2)], "完");

        Assert.Equal(
            "找到这些：\n1. <a href=\"https://e.cn/1\">第1课</a>\n2. <a href=\"https://e.cn/2\">第2课</a>\n完",
            Elements(list).Element("Content")?.Value);
    }

    [Fact]
    public void A_follower_is_handed_over_to_whoever_is_free()
    {
        Assert.Null(Elements(new CustomerServiceReply(null)).Element("TransInfo"));
    }

    [Fact]
    public void A_follower_is_handed_over_to_a_named_account()
    {
        var transfer = Elements(new CustomerServiceReply("test1@test"));

        Assert.Equal("test1@test", transfer.Element("TransInfo")?.Element("KfAccount")?.Value);
    }

    [Fact]
    public void Nothing_is_written_where_nothing_is_to_be_said()
    {
        Assert.Null(ReplyWriter.WriteContent(new NoReply(), new Unsubscribed()));
    }

    [Theory]
    [InlineData("]]>")]
    [InlineData("a]]>b]]>c")]
    [InlineData("]]]]>>")]
    [InlineData("]]]")]
    [InlineData("<a href=\"https://e.cn?a=1&b=2\">课</a>")]
    [InlineData("第一行\n第二行")]
    [InlineData("😀")]
    [InlineData("")]
    public void Any_text_arrives_as_it_was_written(string text)
    {
        Assert.Equal(text, Elements(new TextReply(text)).Element("Content")?.Value);
    }

    [Fact]
    public void Any_text_survives_the_round_trip()
    {
        var random = new Random(19210723);
        string[] alphabet = ["a", "<", ">", "&", "]]>", "]", "\"", "é", "党", "😀", "\n", "\t", " "];
        for (var length = 0; length < 500; length++)
        {
            var text = string.Concat(Enumerable.Range(0, length).Select(_ => alphabet[random.Next(alphabet.Length)]));
            if (LinkText.Shorten(text) != text)
            {
                continue;
            }

            var answer = Write(new TextReply(text));

            Assert.Equal(text, MessageFields.Read(answer)?["Content"]);
        }
    }

    [Fact]
    public void The_end_mark_of_character_data_is_split()
    {
        Assert.Contains("<![CDATA[a]]]]><![CDATA[>b]]>", Write(new TextReply("a]]>b")), StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_that_XML_forbids_are_left_out()
    {
        Assert.Equal("党课", Elements(new TextReply("党\u0001课\ud83d")).Element("Content")?.Value);
    }

    [Fact]
    public void An_encrypted_answer_is_wrapped_in_the_form_of_the_documentation()
    {
        Assert.Equal(
            "<xml><Encrypt><![CDATA[abc=]]></Encrypt><MsgSignature><![CDATA[d0]]></MsgSignature>"
            + "<TimeStamp>1713424427</TimeStamp><Nonce><![CDATA[n]]></Nonce></xml>",
            ReplyWriter.WriteEnvelope("abc=", "d0", "1713424427", "n"));
    }

    private static NewsItem Item(int number) => new($"第{number}课", "", "", $"https://e.cn/{number}");

    private static string Write(Reply reply, IncomingMessage? question = null)
    {
        question ??= Pushes.Message("text", "<Content>学习</Content>");
        return ReplyWriter.Write(ReplyWriter.WriteContent(reply, question.Content)!, question, Now);
    }

    private static XElement Elements(Reply reply, IncomingMessage? question = null) =>
        XElement.Parse(Write(reply, question), LoadOptions.PreserveWhitespace);
}
