using PartyCms.Kernel.Web;
using PartyCms.Learning.Contracts;

namespace PartyCms.Learning.Lessons;

/// <summary>Today's lesson, at the head of the home page and of each branch's page.</summary>
internal sealed class TodayLessonSection(TodayLesson today, IHttpContextAccessor http) : IMicrositeSection
{
    public int Position => 100;

    public async ValueTask<MicrositeSection?> GetAsync(Guid? orgUnitId, CancellationToken cancellationToken)
    {
        http.HttpContext?.TagPublicPage(PublicTags.Type(LessonParts.ContentType));
        return await today.FindAsync(cancellationToken) is { } lesson
            ? new MicrositeSection("/Pages/Lessons/_TodayLesson.cshtml", lesson)
            : null;
    }
}
