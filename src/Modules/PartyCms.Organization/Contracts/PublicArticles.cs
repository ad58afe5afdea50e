using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Corrections;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;

namespace PartyCms.Organization.Contracts;

/// <summary>Turns published content into what public pages show, with the names of branches and the site's dates.</summary>
public sealed class PublicArticles(
    PublicContent content, BranchDirectory branches, ContentDefinitions definitions, ContentCorrections corrections, SiteTime time)
{
    private const string CorrectionNote = "CorrectionPart.Note.Text";

    /// <summary>One page of a list.</summary>
    /// <param name="filter">What it shows.</param>
    /// <param name="href">Address of the list, encoded; the next page's address begins with it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<SummaryList> ListAsync(SummaryFilter filter, string href, CancellationToken cancellationToken)
    {
        var page = await content.ListAsync(filter, cancellationToken);
        return new SummaryList(
            await RowsAsync(page.Items, cancellationToken), page.Next is null ? null : PublicPath.WithQuery(href, "after", page.Next));
    }

    /// <summary>Rows for a list.</summary>
    public async Task<IReadOnlyList<SummaryRow>> RowsAsync(
        IReadOnlyList<ContentSummary> items, CancellationToken cancellationToken, Func<ContentSummary, string?>? badge = null)
    {
        var rows = new List<SummaryRow>(items.Count);
        foreach (var item in items)
        {
            var branch = await branches.NameOfAsync(item.OrgUnitId, cancellationToken);
            var day = ShortDay(item.PublishedUtc);
            rows.Add(new SummaryRow(
                item.Href, item.Title, item.Summary, branch.Length == 0 ? day : $"{branch} · {day}",
                item.CoverPath, item.CoverAlt, badge?.Invoke(item) ?? (item.IsPinnedAt(time.Now) ? "置顶" : null)));
        }

        return rows;
    }

    /// <summary>A whole article.</summary>
    public async Task<ArticleView> ViewAsync(PublicAddress.Found found, CancellationToken cancellationToken)
    {
        var (summary, item, body) = found;
        var type = definitions.Types[summary.ContentType];
        var branch = await branches.FindAsync(summary.OrgUnitId, cancellationToken);
        var corrected = await corrections.CorrectedByAsync(item, cancellationToken);
        var notices = await corrections.NoticesOfAsync(item.ContentItemId, cancellationToken);
        var isLaterEdition = summary.ModifiedUtc - summary.PublishedUtc > TimeSpan.FromMinutes(1);
        return new ArticleView
        {
            Title = summary.Title,
            Kind = type.DisplayName,
            KindHref = "/" + type.PathPrefix,
            Body = body,
            Summary = summary.Summary,
            BranchName = branch?.Name ?? "",
            BranchHref = branch is null ? null : "/b/" + branch.Slug,
            PublishedOn = time.FormatMinute(summary.PublishedUtc),
            UpdatedOn = isLaterEdition ? time.FormatMinute(summary.ModifiedUtc) : null,
            Contributor = item.Parts.Text(ContentParts.Contributor),
            CoverSrc = summary.CoverPath,
            CoverAlt = summary.CoverAlt,
            Correction = item.Parts.Text(CorrectionNote),
            Corrects = corrected is null ? null : Link(corrected),
            Corrections = [.. notices.Select(Link)],
            Changes = [.. ChangeNotes.Read(item.Parts).Select(note => KeyValuePair.Create(time.FormatDay(note.At), note.Text))],
            ShownItems = [.. notices.Append(corrected).OfType<CorrectionLink>().Select(link => link.ContentItemId)],
            Href = summary.Href,
        };
    }

    private ArticleLink Link(CorrectionLink link) => new(link.Href, link.Title, time.FormatDay(link.PublishedUtc), link.IsWithdrawn);

    /// <summary>This year's days without the year.</summary>
    private string ShortDay(DateTimeOffset instant)
    {
        var day = time.DayOf(instant);
        return day.Year == time.Today.Year
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日")
            : SiteTime.Format(day);
    }
}
