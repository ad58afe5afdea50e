using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyCms.Disclosure.Documents;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Web;
using PartyCms.Organization.Contracts;

namespace PartyCms.Disclosure.Pages.Disclosures;

/// <summary>One disclosed document, or the note that it was withdrawn.</summary>
[AllowAnonymous]
[PublicPage]
internal sealed class ArticleModel(PublicContent content, PublicArticles articles) : ArticlePage(content, articles)
{
    public Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        ShowAsync(DisclosureFields.PathPrefix, slug, cancellationToken);

    protected override ValueTask<ArticleView> CompleteAsync(
        ArticleView view, ContentItem item, CancellationToken cancellationToken) =>
        ValueTask.FromResult(view with { Facts = DisclosureFacts.Of(item.Parts) });
}
