using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Web;
using PartyCms.Learning.Courses;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Pages.Courses;

/// <summary>All courses, or those of one kind.</summary>
[AllowAnonymous]
[PublicPage]
internal sealed class IndexModel(PublicContent content, PublicArticles articles) : PageModel
{
    public static IReadOnlyList<string> Facets { get; } = [CourseParts.RequiredFacet, CourseParts.ElectiveFacet];

    public string? Facet { get; private set; }

    public SummaryList List { get; private set; } = new([]);

    public async Task OnGetAsync(string? kind, string? after, CancellationToken cancellationToken)
    {
        HttpContext.TagPublicPage(PublicTags.Type(CourseParts.ContentType));
        Facet = Facets.Contains(kind) ? kind : null;
        var page = await content.ListAsync(
            new SummaryFilter(CourseParts.ContentType, Facet: Facet, After: after), cancellationToken);
        var more = Facet is null ? "/courses?after=" : $"/courses?kind={Uri.EscapeDataString(Facet)}&after=";
        List = new SummaryList(
            await articles.RowsAsync(page.Items, cancellationToken, course => course.Facet),
            page.Next is null ? null : more + page.Next);
    }
}
