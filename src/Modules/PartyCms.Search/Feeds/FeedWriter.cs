using System.Text;
using System.Xml;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Organization.Contracts;

namespace PartyCms.Search.Feeds;

/// <summary>Writes the newest published items as an RSS 2.0 document.</summary>
internal sealed class FeedWriter(CmsDbContext db, BranchDirectory branches)
{
    private const int Newest = 50;

    private const string Atom = "http://www.w3.org/2005/Atom";

    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>What changes often and is worth a subscription.</summary>
    public static IReadOnlyList<string> ContentTypes { get; } = ["BranchNews", "Disclosure", "Notice"];

    /// <summary>Writes a feed.</summary>
    /// <param name="orgUnitId">Only of this branch; null for all.</param>
    /// <param name="title">Title of the feed.</param>
    /// <param name="origin">Scheme and host for absolute addresses.</param>
    /// <param name="homeHref">Page that the feed belongs to.</param>
    /// <param name="selfHref">Address of the feed itself.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<string> WriteAsync(
        Guid? orgUnitId, string title, string origin, string homeHref, string selfHref, CancellationToken cancellationToken)
    {
        var items = new List<ContentSummary>();
        foreach (var type in ContentTypes)
        {
            // Asked for all types at once, the engine would read and sort all that was ever published.
            items.AddRange(await db.Set<ContentSummary>().AsNoTracking()
                .Where(summary => summary.ContentType == type && (orgUnitId == null || summary.OrgUnitId == orgUnitId))
                .OrderByDescending(summary => summary.PublishedUtc).ThenByDescending(summary => summary.ContentItemId)
                .Take(Newest).ToListAsync(cancellationToken));
        }

        items = [.. items.OrderByDescending(item => item.PublishedUtc).Take(Newest)];
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true }))
        {
            xml.WriteStartElement("rss");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("xmlns", "atom", null, Atom);
            xml.WriteAttributeString("xmlns", "dc", null, DublinCore);
            xml.WriteStartElement("channel");
            Write(xml, "title", title);
            Write(xml, "link", origin + homeHref);
            Write(xml, "description", title);
            Write(xml, "language", "zh-CN");
            xml.WriteStartElement("link", Atom);
            xml.WriteAttributeString("href", origin + selfHref);
            xml.WriteAttributeString("rel", "self");
            xml.WriteAttributeString("type", "application/rss+xml");
            xml.WriteEndElement();
            if (items.Count > 0)
            {
                Write(xml, "lastBuildDate", items.Max(item => item.ModifiedUtc).ToString("r"));
            }

            foreach (var item in items)
            {
                await WriteItemAsync(xml, item, origin, cancellationToken);
            }
        }

        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text;
    }

    private async Task WriteItemAsync(XmlWriter xml, ContentSummary item, string origin, CancellationToken cancellationToken)
    {
        xml.WriteStartElement("item");
        Write(xml, "title", item.Title);
        Write(xml, "link", origin + item.Href);
        Write(xml, "description", item.Summary);
        Write(xml, "pubDate", item.PublishedUtc.ToString("r"));
        xml.WriteStartElement("guid");
        xml.WriteAttributeString("isPermaLink", "false");
        xml.WriteString(item.ContentItemId);
        xml.WriteEndElement();
        var branch = await branches.NameOfAsync(item.OrgUnitId, cancellationToken);
        if (branch.Length > 0)
        {
            xml.WriteElementString("creator", DublinCore, OnlyXml(branch));
        }

        xml.WriteEndElement();
    }

    private static void Write(XmlWriter xml, string name, string text) => xml.WriteElementString(name, OnlyXml(text));

    /// <summary>Without the characters that no XML document may hold.</summary>
    private static string OnlyXml(string text) => string.Concat(
        text.EnumerateRunes().Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)));
}
