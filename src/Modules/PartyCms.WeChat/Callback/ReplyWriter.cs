using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PartyCms.WeChat.Callback;

/// <summary>
/// Writes answers in the XML of passive replies. What says nothing about the follower is written apart, so that it can
/// be kept to answer a repeated push.
/// </summary>
internal static class ReplyWriter
{
    /// <summary>Tells WeChat that the push arrived and needs no answer. Sent in clear in every mode.</summary>
    public const string Received = "success";

    private const int NewsAfterEvent = 8;
    private const int NewsAfterMessage = 1;

    private static readonly XmlWriterSettings Settings = new()
    {
        OmitXmlDeclaration = true,
        ConformanceLevel = ConformanceLevel.Fragment,
        NewLineHandling = NewLineHandling.None,
    };

    /// <summary>Null where WeChat needs no answer but <see cref="Received"/>.</summary>
    public static string? WriteContent(Reply reply, MessageContent question) => reply switch
    {
        TextReply text => Write("text", Text("Content", LinkText.Shorten(text.Text))),
        ImageReply image => Write("image", new XElement("Image", Text("MediaId", image.MediaId))),
        NewsReply news => WriteNews(news.Items.Take(question is EventContent ? NewsAfterEvent : NewsAfterMessage)),
        ListReply list when question is EventContent => WriteNews(list.Items.Take(NewsAfterEvent)),
        ListReply list => Write("text", Text("Content", LinkText.Write(list))),
        CustomerServiceReply { Account: { } account } => Write(
            "transfer_customer_service", new XElement("TransInfo", Text("KfAccount", account))),
        CustomerServiceReply => Write("transfer_customer_service"),
        _ => null,
    };

    /// <summary>The whole answer, with sender and receiver changed over.</summary>
    public static string Write(string content, IncomingMessage question, DateTimeOffset now)
    {
        var addresses = Format(
        [
            Text("ToUserName", question.FromUserName),
            Text("FromUserName", question.ToUserName),
            new XElement("CreateTime", now.ToUnixTimeSeconds()),
        ]);
        return $"<xml>{addresses}{content}</xml>";
    }

    /// <summary>The envelope of an encrypted answer, with time and nonce as they were signed.</summary>
    public static string WriteEnvelope(string cipherText, string signature, string timestamp, string nonce)
    {
        var fields = Format(
        [
            Text("Encrypt", cipherText),
            Text("MsgSignature", signature),
            new XElement("TimeStamp", timestamp),
            Text("Nonce", nonce),
        ]);
        return $"<xml>{fields}</xml>";
    }

    private static string WriteNews(IEnumerable<NewsItem> items)
    {
        var articles = items.Select(item => new XElement(
            "item",
            Text("Title", item.Title),
            Text("Description", item.Description),
            Text("PicUrl", item.PictureUrl),
            Text("Url", item.Url))).ToList();
        return Write("news", new XElement("ArticleCount", articles.Count), new XElement("Articles", articles));
    }

    private static string Write(string kind, params IEnumerable<XElement> content) =>
        Format([Text("MsgType", kind), .. content]);

    private static XElement Text(string name, string value) => new(name, new XCData(LegalText.From(value)));

    private static string Format(IEnumerable<XElement> elements)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, Settings))
        {
            foreach (var element in elements)
            {
                element.WriteTo(xml);
            }
        }

        return text.ToString();
    }
}
