using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Web;
using PartyCms.Learning.Courses;
using PartyCms.Learning.Lessons;
using PartyCms.Learning.Study;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Pages.Courses;

/// <summary>One course with its lessons, as far as they are out.</summary>
[AllowAnonymous]
[OutputCache(PolicyName = PublicPageExtensions.PolicyName)]
internal sealed class CourseModel(
    PublicContent content, PublicArticles articles, LessonShelf shelf, CurrentMember current, StudyLedger ledger) : PageModel
{
    public ArticleView? Article { get; private set; }

    public ContentTombstone? Tombstone { get; private set; }

    public IReadOnlyList<LessonRow> Lessons { get; private set; } = [];

    /// <summary>How many of its lessons wait for their day.</summary>
    public int Later { get; private set; }

    public IReadOnlySet<string> Finished { get; private set; } = new HashSet<string>();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken)
    {
        switch (await content.FindAsync("courses", slug, cancellationToken))
        {
            case PublicAddress.Found found:
                HttpContext.TagPublicPage(
                    PublicTags.Item(found.Summary.ContentItemId), PublicTags.Type(LessonParts.ContentType));
                Article = await articles.ViewAsync(found, cancellationToken);
                await LoadLessonsAsync(found.Item.Parts.CourseLessons(), cancellationToken);
                return Page();
            case PublicAddress.Moved moved:
                return RedirectPermanent(moved.Href);
            case PublicAddress.Gone gone:
                Response.StatusCode = StatusCodes.Status410Gone;
                Tombstone = gone.Tombstone;
                return Page();
            default:
                return NotFound();
        }
    }

    private async Task LoadLessonsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var rows = (await shelf.ListAsync(ids, cancellationToken)).ToDictionary(row => row.ContentItemId, StringComparer.Ordinal);
        Lessons = [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
        Later = ids.Count - Lessons.Count;
        Finished = await ledger.FinishedAsync((await current.FindAsync(cancellationToken))?.Id, cancellationToken);
    }
}
