using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Recipes;
using PartyCms.Kernel.Time;
using PartyCms.Learning.Courses;
using PartyCms.Learning.Lessons;

namespace PartyCms.Learning.Demo;

/// <summary>
/// Step <c>demo-lessons</c>: lays the lessons on the days around today, so that the demo is never stale; those of the
/// next days wait as drafts. Then the courses made of them.
/// </summary>
internal sealed class DemoLessonsStep(ContentStore store, SiteTime time) : IRecipeStep
{
    private const int DaysAhead = 13;

    private const int Stride = 7;

    private static readonly TimeOnly PublishedAt = new(6, 0);

    public string Name => "demo-lessons";

    public async Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken)
    {
        var lessons = await ReadAsync<DemoLesson>("demo-lessons.json", cancellationToken);
        var today = time.Today;
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);

        // The file goes topic by topic; a stride that shares no factor with its length mixes them over the days.
        var past = lessons.Count - DaysAhead;
        for (var i = 0; i < lessons.Count; i++)
        {
            var lesson = lessons[i * Stride % lessons.Count];
            var day = i < past ? today.AddDays(-i) : today.AddDays(i - past + 1);
            ids.Add(lesson.Slug, await AddLessonAsync(lesson, day, cancellationToken));
        }

        var courses = await ReadAsync<DemoCourse>("demo-courses.json", cancellationToken);
        for (var i = 0; i < courses.Count; i++)
        {
            await AddCourseAsync(courses[i], ids, time.Now.AddDays(-i - 1), cancellationToken);
        }

        report.Apply($"Published {past} daily lessons, scheduled {DaysAhead}, and made {courses.Count} courses.");
    }

    private async Task<string> AddLessonAsync(DemoLesson lesson, DateOnly day, CancellationToken cancellationToken)
    {
        var parts = Article(lesson.Slug, lesson.Title, lesson.Summary, lesson.Html);
        parts.Set(LessonParts.Day, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        parts.Set(LessonParts.Minutes, lesson.Minutes);
        parts.Set(LessonParts.Topic, lesson.Topic);
        parts.Set(LessonParts.Quiz, lesson.Quiz.DeepClone());
        var isLater = day > time.Today;
        if (isLater)
        {
            parts.Set(LessonParts.Scheduled, true);
        }

        var at = time.At(day, PublishedAt);
        var edit = new ContentEdit
        {
            ContentType = LessonParts.ContentType,
            Parts = parts,
            PublishedUtc = at < time.Now ? at : time.Now,
        };
        var outcome = isLater
            ? await store.SaveDraftAsync(edit, cancellationToken)
            : await store.PublishAsync(edit, cancellationToken);
        return Done(outcome, lesson.Slug);
    }

    private async Task AddCourseAsync(
        DemoCourse course, Dictionary<string, string> lessonIds, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var parts = Article(course.Slug, course.Title, course.Summary, course.Html);
        parts.Set(CourseParts.Required, course.Required);
        parts.Set(CourseParts.Lessons, new JsonArray([.. course.Lessons.Select(slug => (JsonNode)lessonIds[slug])]));
        var outcome = await store.PublishAsync(
            new ContentEdit { ContentType = CourseParts.ContentType, Parts = parts, PublishedUtc = at }, cancellationToken);
        Done(outcome, course.Slug);
    }

    private static JsonObject Article(string slug, string title, string summary, string html)
    {
        var parts = new JsonObject();
        parts.Set(ContentParts.Title, title);
        parts.Set(ContentParts.Summary, summary);
        parts.Set(ContentParts.Body, html);
        parts.Set(ContentParts.Permalink, slug);
        return parts;
    }

    private static string Done(ContentOutcome outcome, string slug) => outcome.IsDone
        ? outcome.Item.ContentItemId
        : throw new RecipeException(
            $"'{slug}': {outcome.Verdict} {string.Join(" ", outcome.Problems.Select(problem => problem.Message))}");

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(string file, CancellationToken cancellationToken)
    {
        await using var stream = typeof(DemoLessonsStep).Assembly.GetManifestResourceStream(file)!;
        return (await JsonSerializer.DeserializeAsync<IReadOnlyList<T>>(stream, cancellationToken: cancellationToken))!;
    }

    internal sealed record DemoLesson(
        string Slug, string Title, string Summary, string Topic, int Minutes, string Html, JsonArray Quiz);

    internal sealed record DemoCourse(
        string Slug, string Title, string Summary, bool Required, string Html, IReadOnlyList<string> Lessons);
}
