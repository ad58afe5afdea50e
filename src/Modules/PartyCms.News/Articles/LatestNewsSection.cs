using PartyCms.Kernel.Content;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;

namespace PartyCms.News.Articles;

/// <summary>The newest branch news, on the home page and on a branch's page.</summary>
internal sealed class LatestNewsSection(PublicContent content, PublicArticles articles, BranchDirectory branches) : IMicrositeSection
{
    private const int Shown = 5;

    public int Position => 200;

    public async ValueTask<MicrositeSection?> GetAsync(Guid? orgUnitId, CancellationToken cancellationToken)
    {
        var page = await content.ListAsync(new SummaryFilter(ArticleTypes.News, orgUnitId, Take: Shown), cancellationToken);
        if (page.Items.Count == 0)
        {
            return null;
        }

        var branch = await branches.FindAsync(orgUnitId, cancellationToken);
        var more = branch is null ? "/news" : $"/b/{branch.Slug}/news";
        var rows = await articles.RowsAsync(page.Items, cancellationToken);
        return new MicrositeSection("_SummarySection", new SummarySection("支部动态", more, rows));
    }
}
