using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Web;
using PartyCms.News.Articles;
using PartyCms.Organization.Contracts;

namespace PartyCms.News.Pages.Articles;

/// <summary>All articles of one kind, newest first.</summary>
[AllowAnonymous]
[PublicPage]
internal sealed class IndexModel(PublicArticles articles) : PageModel
{
    public ArticleKind Kind { get; private set; } = ArticleKind.News;

    public SummaryList List { get; private set; } = new([]);

    public async Task OnGetAsync(string prefix, string? after, CancellationToken cancellationToken)
    {
        Kind = ArticleKind.Of(prefix);
        HttpContext.TagPublicPage(PublicTags.Type(Kind.Type));
        List = await articles.ListAsync(new SummaryFilter(Kind.Type, After: after), "/" + Kind.Prefix, cancellationToken);
    }
}
