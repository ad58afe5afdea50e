using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;

namespace PartyCms.News.Pages.Articles;

/// <summary>One article of any kind.</summary>
[AllowAnonymous]
[PublicPage]
internal sealed class ArticleModel(PublicContent content, PublicArticles articles) : ArticlePage(content, articles)
{
    public Task<IActionResult> OnGetAsync(string prefix, string slug, CancellationToken cancellationToken) =>
        ShowAsync(prefix, slug, cancellationToken);
}
