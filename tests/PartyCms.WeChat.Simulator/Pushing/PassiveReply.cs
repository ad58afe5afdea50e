using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using PartyCms.WeChat.Simulator.Chats;

namespace PartyCms.WeChat.Simulator.Pushing;

/// <summary>
/// Reads the site's answer to a push as WeChat does: one wrong element, and the follower is told that the account's
/// service is out of order.
/// </summary>
internal sealed class PassiveReply(SimulatedWeChat world, PushMessage question)
{
    private const int NewsAfterEvent = 8;

    public PushDelivery Read(IReadOnlyList<PushAttempt> attempts, string answer)
    {
        if (answer is "success" or "")
        {
            return new PushDelivery(question, attempts, PushVerdict.Accepted);
        }

        try
        {
            var xml = Open(Parse(answer));
            Demand(Text(xml, "ToUserName") == question.FromUser, "ToUserName is not the sender");
            Demand(Text(xml, "FromUserName") == world.Account.OriginalId, "FromUserName is not the account");
            Demand(long.TryParse(Text(xml, "CreateTime"), NumberStyles.None, CultureInfo.InvariantCulture, out _), "CreateTime");
            return Text(xml, "MsgType") == "transfer_customer_service"
                ? new PushDelivery(question, attempts, PushVerdict.Answered)
                : new PushDelivery(question, attempts, PushVerdict.Answered) { Reply = ReadContent(xml) };
        }
        catch (Exception fault) when (fault is XmlException or FormatException)
        {
            return new PushDelivery(question, attempts, PushVerdict.Faulty) { Fault = fault.Message };
        }
    }

    private static XElement Parse(string answer)
    {
        using var reader = XmlReader.Create(
            new StringReader(answer), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var root = XDocument.Load(reader).Root!;
        Demand(root.Name == "xml", "the root is not <xml>");
        return root;
    }

    private XElement Open(XElement xml)
    {
        var callback = world.Callback;
        if (xml.Element("Encrypt") is not { } encrypt)
        {
            Demand(callback.Mode != SimulatedCallbackMode.Safe, "the answer is not encrypted");
            return xml;
        }

        Demand(callback.Mode != SimulatedCallbackMode.Plain, "the answer is encrypted");
        var signature = PushCrypto.Sign(callback.Token, Text(xml, "TimeStamp"), Text(xml, "Nonce"), encrypt.Value);
        Demand(signature == Text(xml, "MsgSignature"), "MsgSignature");
        var text = PushCrypto.Decrypt(encrypt.Value, callback.EncodingAesKey, world.Account.AppId);
        return Parse(text ?? throw new FormatException("the answer cannot be decrypted"));
    }

    private ChatMessage ReadContent(XElement xml)
    {
        var message = new ChatMessage(world.Clock.GetUtcNow(), IsFromAccount: true, Text(xml, "MsgType")) { Source = "passive" };
        switch (message.Kind)
        {
            case "text":
                return message with { Text = Text(xml, "Content") };
            case "image":
                return message with { MediaId = Media(xml, "Image") };
            case "voice":
                return message with { MediaId = Media(xml, "Voice") };
            case "video":
                return message with { MediaId = Media(xml, "Video"), Text = xml.Element("Video")?.Element("Title")?.Value ?? "" };
            case "music":
                var music = Child(xml, "Music");
                return message with { Text = music.Element("Title")?.Value ?? "", Url = music.Element("MusicUrl")?.Value ?? "" };
            case "news":
                return message with { Cards = ReadNews(xml) };
            default:
                throw new FormatException($"MsgType {message.Kind}");
        }
    }

    private List<ChatCard> ReadNews(XElement xml)
    {
        var items = Child(xml, "Articles").Elements("item").ToList();
        Demand(Text(xml, "ArticleCount") == items.Count.ToString(CultureInfo.InvariantCulture), "ArticleCount");
        Demand(items.Count is >= 1 and <= NewsAfterEvent, "number of articles");

        // What a follower wrote is answered with one article; after an event there may be eight.
        return [.. items.Take(question.Value("MsgType") == "event" ? NewsAfterEvent : 1).Select(item =>
            new ChatCard(Text(item, "Title"), Text(item, "Description"), Text(item, "PicUrl"), Text(item, "Url")))];
    }

    private string Media(XElement xml, string name)
    {
        var mediaId = Text(Child(xml, name), "MediaId");
        Demand(world.Materials.Find(mediaId) is not null, "MediaId");
        return mediaId;
    }

    private static XElement Child(XElement xml, string name) => xml.Element(name) ?? throw new FormatException(name);

    private static string Text(XElement xml, string name) => Child(xml, name).Value;

    private static void Demand(bool holds, string fault)
    {
        if (!holds)
        {
            throw new FormatException(fault);
        }
    }
}
