using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Web;
using PartyCms.News.Articles;
using PartyCms.Organization.Contracts;

namespace PartyCms.News.Pages.News;

/// <summary>Branch news of all branches, newest first.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPageExtensions.PolicyName)]
internal sealed class IndexModel(PublicContent content, PublicArticles articles) : PageModel
{
    public SummaryList List { get; private set; } = new([]);

    public async Task OnGetAsync(string? after, CancellationToken cancellationToken)
    {
        HttpContext.TagPublicPage(PublicTags.Type(ArticleTypes.News));
        var page = await content.ListAsync(new SummaryFilter(ArticleTypes.News, After: after), cancellationToken);
        List = new SummaryList(
            await articles.RowsAsync(page.Items, cancellationToken), page.Next is null ? null : "/news?after=" + page.Next);
    }
}
