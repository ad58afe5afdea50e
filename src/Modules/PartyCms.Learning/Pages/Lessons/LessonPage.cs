using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;
using PartyCms.Learning.Lessons;
using PartyCms.Learning.Study;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Pages.Lessons;

/// <summary>What the page of today and the page of any day have in common: one lesson with its quiz.</summary>
internal abstract class LessonPage(LessonShelf shelf, CurrentMember current, StudyLedger ledger, OpenedMark opened, SiteTime time)
    : PageModel
{
    public LessonView? Lesson { get; private set; }

    public ContentTombstone? Tombstone { get; protected set; }

    /// <summary>What a member who is signed in sees below the text; null for everybody else.</summary>
    public StudyPanel? Study { get; private set; }

    protected LessonShelf Shelf => shelf;

    protected SiteTime Time => time;

    protected MemberInfo? Member { get; private set; }

    protected async Task<bool> LoadAsync(DateOnly day, CancellationToken cancellationToken)
    {
        // Its neighbors come and go with the list, so it carries the list's tag.
        HttpContext.TagPublicPage(PublicTags.Type(LessonParts.ContentType));
        Lesson = await shelf.FindAsync(day, cancellationToken);
        if (Lesson?.Row is { } row)
        {
            ViewData["Title"] = row.Title;
            ViewData["Description"] = row.Summary;
            ViewData["Canonical"] = row.Href;
        }

        Member = Lesson is null ? null : await current.FindAsync(cancellationToken);
        if (Member is not null)
        {
            Study = new StudyPanel(Lesson!, opened.Write(Member.Id, Lesson!.Row.ContentItemId))
            {
                Entry = await ledger.FindAsync(Member.Id, Lesson.Row.ContentItemId, time.Today.Year, cancellationToken),
                IsToday = day == time.Today,
            };
        }

        return Lesson is not null;
    }

    protected void Show(StudyPanel panel) => Study = panel;
}
