using Microsoft.AspNetCore.Mvc.RazorPages;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Web;
using PartyCms.Learning.Lessons;

namespace PartyCms.Learning.Pages.Lessons;

/// <summary>What the page of today and the page of any day have in common: one lesson with its quiz.</summary>
internal abstract class LessonPage(LessonShelf shelf) : PageModel
{
    public LessonView? Lesson { get; private set; }

    public ContentTombstone? Tombstone { get; protected set; }

    protected LessonShelf Shelf => shelf;

    protected async Task<bool> LoadAsync(DateOnly day, CancellationToken cancellationToken)
    {
        // Its neighbors come and go with the list, so it carries the list's tag as well.
        HttpContext.TagPublicPage(PublicTags.Type(LessonParts.ContentType));
        Lesson = await shelf.FindAsync(day, cancellationToken);
        return Lesson is not null;
    }
}
