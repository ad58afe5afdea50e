using PartyCms.Kernel.Content;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;

namespace PartyCms.News.Articles;

/// <summary>The newest articles of one kind, on the home page and on a branch's page.</summary>
internal sealed class LatestArticlesSection(ArticleKind kind, PublicArticles articles, BranchDirectory branches) : IMicrositeSection
{
    private const int Shown = 5;

    public int Position => kind.SectionPosition;

    public async ValueTask<MicrositeSection?> GetAsync(Guid? orgUnitId, CancellationToken cancellationToken)
    {
        var branch = await branches.FindAsync(orgUnitId, cancellationToken);
        var more = branch is null ? "/" + kind.Prefix : $"/b/{branch.Slug}/{kind.Prefix}";
        var list = await articles.ListAsync(new SummaryFilter(kind.Type, orgUnitId, Take: Shown), more, cancellationToken);
        return list.Rows.Count == 0
            ? null
            : new MicrositeSection("_SummarySection", new SummarySection(kind.Title, more, list.Rows, kind.IsCompact));
    }
}
