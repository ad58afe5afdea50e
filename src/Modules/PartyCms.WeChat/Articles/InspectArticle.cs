using PartyCms.Disclosure.Contracts;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Time;
using PartyCms.Media.Contracts;
using PartyCms.WeChat.Delivery;

namespace PartyCms.WeChat.Articles;

/// <summary>An article as it would go to WeChat, and what is to be said of it.</summary>
/// <param name="Body">Its body.</param>
/// <param name="Report">What the preflight says.</param>
internal sealed record InspectedArticle(WeChatHtml Body, PreflightReport Report);

/// <summary>The words an article carries at WeChat.</summary>
internal sealed record ArticleWords(string Title, string Author, string Digest);

/// <summary>Gathers what the preflight judges by.</summary>
internal sealed class InspectArticle(CmsDbContext db, PictureExport export, SiteTime time)
{
    /// <param name="text">The version that would go.</param>
    /// <param name="page">Its absolute address on our site.</param>
    /// <param name="words">Title, author and summary at WeChat.</param>
    /// <param name="ownIssue">The issue that it already is in, which does not count against it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<InspectedArticle> RunAsync(
        ArticleText text, Uri page, ArticleWords words, Guid? ownIssue, CancellationToken cancellationToken)
    {
        var body = text.BodyFor(page);
        var cover = text.CoverFor(page, body);
        var pictures = new Dictionary<int, PictureExportState>();
        foreach (var picture in body.Pictures)
        {
            pictures[picture.Number] = await export.CheckAsync(picture.Address, cancellationToken);
        }

        var report = Preflight.Run(new PreflightFacts
        {
            Title = words.Title,
            Author = words.Author,
            Digest = words.Digest,
            Body = body,
            Cover = cover is null ? null : await export.CheckAsync(cover, cancellationToken),
            HasOwnCover = text.ChosenCover is not null,
            Pictures = pictures,
            Page = page,
            IsPublished = text.IsPublic,
            IsPersonalNotice = PersonalNotice.IsOne(text.Title, text.PlainText()),
            PersonalData = [.. PersonalData.FindIn(text.Item, time.Today).Select(finding => (finding.Message, finding.IsBlocking))],
            Earlier = await EarlierAsync(text.Item.ContentItemId, ownIssue, cancellationToken),
        });
        return new InspectedArticle(body, report);
    }

    private async Task<EarlierDelivery> EarlierAsync(string contentItemId, Guid? ownIssue, CancellationToken cancellationToken)
    {
        var stage = await (
            from article in db.Set<IssueArticle>()
            join issue in db.Set<Issue>() on article.IssueId equals issue.Id
            where article.ActiveKey == contentItemId && issue.Id != ownIssue
            select (IssueStage?)issue.Stage).FirstOrDefaultAsync(cancellationToken);
        return stage is not { } found ? EarlierDelivery.None
            : IssueLifecycle.IsOut(found) ? EarlierDelivery.Out
            : EarlierDelivery.UnderWay;
    }
}
