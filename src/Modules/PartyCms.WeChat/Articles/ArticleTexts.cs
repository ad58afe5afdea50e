using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.WeChat.Delivery;

namespace PartyCms.WeChat.Articles;

/// <summary>Reads the articles that go to WeChat: what is or was public, never a draft.</summary>
internal sealed class ArticleTexts(CmsDbContext db)
{
    /// <summary>Types whose articles may go; notices (通知公告) end and are not among them.</summary>
    public static IReadOnlyList<string> OfferedTypes { get; } = ["BranchNews", "Guide", "DailyLesson", "Disclosure"];

    /// <summary>What readers see of an item now; null where they see nothing, or where such items never go to WeChat.</summary>
    public async Task<(ArticleText Text, ContentSummary Summary)?> FindPublishedAsync(
        string contentItemId, CancellationToken cancellationToken)
    {
        var found = await (
            from summary in db.Set<ContentSummary>().AsNoTracking()
            join item in db.Set<ContentItem>().AsNoTracking() on summary.ContentItemVersionId equals item.ContentItemVersionId
            where summary.ContentItemId == contentItemId && OfferedTypes.Contains(summary.ContentType)
            select new { summary, item }).SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : (new ArticleText(found.item, IsPublic: true), found.summary);
    }

    /// <summary>The first article of an issue that readers of our site can no longer see; null where all of them are public.</summary>
    public async Task<IssueArticle?> FindTakenDownAsync(Issue issue, CancellationToken cancellationToken)
    {
        var ids = issue.Articles.ConvertAll(article => article.ContentItemId);
        var live = await db.Set<ContentSummary>().Where(summary => ids.Contains(summary.ContentItemId))
            .Select(summary => summary.ContentItemId).ToListAsync(cancellationToken);
        return issue.Articles.OrderBy(article => article.Place).FirstOrDefault(article => !live.Contains(article.ContentItemId));
    }

    /// <summary>A certain version of an item; null where it is gone.</summary>
    public async Task<ArticleText?> FindVersionAsync(string contentItemId, string versionId, CancellationToken cancellationToken)
    {
        var item = await db.Set<ContentItem>().AsNoTracking().SingleOrDefaultAsync(
            row => row.ContentItemId == contentItemId && row.ContentItemVersionId == versionId, cancellationToken);
        return item is null
            ? null
            : new ArticleText(item, await db.Set<ContentSummary>().AnyAsync(row => row.ContentItemId == contentItemId, cancellationToken));
    }
}
