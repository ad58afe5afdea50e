using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Web;
using PartyCms.Learning.Courses;
using PartyCms.Learning.Lessons;
using PartyCms.Learning.Study;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Pages.Courses;

/// <summary>One course with its lessons, as far as they are out.</summary>
[AllowAnonymous]
[PublicPage]
internal sealed class CourseModel(
    PublicContent content, PublicArticles articles, LessonShelf shelf, CurrentMember current, StudyLedger ledger)
    : ArticlePage(content, articles)
{
    public IReadOnlyList<LessonRow> Lessons { get; private set; } = [];

    /// <summary>How many of its lessons wait for their day.</summary>
    public int Later { get; private set; }

    public IReadOnlySet<string> Finished { get; private set; } = new HashSet<string>();

    public Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        ShowAsync("courses", slug, cancellationToken);

    protected override async ValueTask<ArticleView> CompleteAsync(
        ArticleView view, ContentItem item, CancellationToken cancellationToken)
    {
        HttpContext.TagPublicPage(PublicTags.Type(LessonParts.ContentType));
        await LoadLessonsAsync(item.Parts.CourseLessons(), cancellationToken);
        return view;
    }

    private async Task LoadLessonsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var rows = (await shelf.ListAsync(ids, cancellationToken)).ToDictionary(row => row.ContentItemId, StringComparer.Ordinal);
        Lessons = [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
        Later = ids.Count - Lessons.Count;
        Finished = await ledger.FinishedAsync((await current.FindAsync(cancellationToken))?.Id, cancellationToken);
    }
}
