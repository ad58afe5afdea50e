using PartyCms.Kernel.Content;
using PartyCms.Kernel.Web;

namespace PartyCms.News.Articles;

/// <summary>The newest branch news, on the home page and on a branch's page.</summary>
internal sealed class LatestNewsSection(PublicContent content) : IMicrositeSection
{
    private const int Shown = 5;

    public int Position => 200;

    public async ValueTask<MicrositeSection?> GetAsync(Guid? orgUnitId, CancellationToken cancellationToken)
    {
        var page = await content.ListAsync(new SummaryFilter(ArticleTypes.News, orgUnitId, Take: Shown), cancellationToken);
        return page.Items.Count == 0 ? null : new MicrositeSection("/Pages/News/_LatestNews.cshtml", page.Items);
    }
}
