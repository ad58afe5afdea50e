using System.Globalization;
using System.Xml.Linq;
using PartyCms.WeChat.Simulator.MassSending;
using PartyCms.WeChat.Simulator.Publishing;

namespace PartyCms.WeChat.Simulator.Pushing;

/// <summary>Writes the events that WeChat pushes on its own account, and queues them.</summary>
internal sealed class AccountEvents(SimulatedWeChat world)
{
    public void PublicationFinished(Publication job, PublishAnnouncement announcement)
    {
        switch (announcement)
        {
            case PublishAnnouncement.PublishJobFinish:
                Queue(PushMessage.MpHelper, "PUBLISHJOBFINISH", PublishInfo(job));
                break;
            case PublishAnnouncement.MassSendJobFinish:
                Queue(PushMessage.MpHelper, "MASSSENDJOBFINISH", [
                    new XElement("MsgID", job.PublishId),
                    .. MassSendResult(job.Status == PublishStatus.Succeeded ? "sendsuccess" : "sendfail", 0, 0, [.. job.Articles.Select(article => article.Url)]),
                ]);
                break;
            case PublishAnnouncement.Nothing:
                break;
        }
    }

    public void MassSendFinished(MassSend job) => Queue(PushMessage.MpHelper, "MASSSENDJOBFINISH", [
        new XElement("MsgID", job.MsgId),
        .. MassSendResult(job.FinalStatus, job.SentCount, job.ErrorCount, [.. job.Articles.Select(article => article.Url)]),
    ]);

    public void Queue(string from, string name, params IReadOnlyList<XElement> fields) =>
        world.Pushes.Add(Event(from, name, fields));

    public PushMessage Event(string from, string name, params IReadOnlyList<XElement> fields) => new(
        from,
        world.Clock.GetUtcNow().ToUnixTimeSeconds(),
        [Text("MsgType", "event"), Text("Event", name), .. fields]);

    public static XElement Text(string name, string value) => new(name, new XCData(value));

    private static XElement PublishInfo(Publication job)
    {
        var info = new XElement(
            "PublishEventInfo",
            new XElement("publish_id", job.PublishId),
            new XElement("publish_status", ((int)job.Status).ToString(CultureInfo.InvariantCulture)),
            job.FailedIndexes.Select(index => new XElement("fail_idx", index)));
        if (job.ArticleId.Length > 0)
        {
            info.Add(Text("article_id", job.ArticleId), new XElement(
                "article_detail",
                new XElement("count", job.Articles.Count),
                job.Articles.Select((article, index) =>
                    new XElement("item", new XElement("idx", index + 1), Text("article_url", article.Url)))));
        }

        return info;
    }

    private static IEnumerable<XElement> MassSendResult(string status, int sent, int errors, IReadOnlyList<string> urls) =>
    [
        Text("Status", status),
        new XElement("TotalCount", sent + errors),
        new XElement("FilterCount", sent + errors),
        new XElement("SentCount", sent),
        new XElement("ErrorCount", errors),
        new XElement(
            "CopyrightCheckResult",
            new XElement("Count", 0),
            new XElement("ResultList"),
            new XElement("CheckState", 0)),
        new XElement(
            "ArticleUrlResult",
            new XElement("Count", urls.Count),
            new XElement("ResultList", urls.Select((url, index) =>
                new XElement("item", new XElement("ArticleIdx", index + 1), Text("ArticleUrl", url))))),
    ];
}
