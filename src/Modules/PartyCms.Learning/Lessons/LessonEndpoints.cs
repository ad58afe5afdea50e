using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PartyCms.Kernel.Time;

namespace PartyCms.Learning.Lessons;

/// <summary>The daily lesson for programs: who may read the page may read this; the quiz comes without its answers.</summary>
internal static class LessonEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var lessons = endpoints.MapGroup("/api/lessons").AllowAnonymous().WithTags("Lessons");
        lessons.MapGet("/today", Today).WithName("GetTodayLesson").WithSummary("Read the lesson of today")
            .WithDescription("Today is counted in the site's time zone. The quiz comes without its answers.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        lessons.MapGet("/{date}", OfDay).WithName("GetLesson").WithSummary("Read the lesson of a day")
            .WithDescription("The day is written as 2026-11-22; a day to come has none yet.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<Results<Ok<LessonAnswer>, ProblemHttpResult>> Today(
        LessonShelf shelf, SiteTime time, CancellationToken cancellationToken) =>
        FindAsync(shelf, time.Today, cancellationToken);

    private static async Task<Results<Ok<LessonAnswer>, ProblemHttpResult>> OfDay(
        string date, LessonShelf shelf, CancellationToken cancellationToken) =>
        LessonShelf.ParseDay(date) is { } day
            ? await FindAsync(shelf, day, cancellationToken)
            : LearningProblems.InvalidDate.With("A day is written as yyyy-MM-dd.");

    private static async Task<Results<Ok<LessonAnswer>, ProblemHttpResult>> FindAsync(
        LessonShelf shelf, DateOnly day, CancellationToken cancellationToken)
    {
        if (await shelf.FindAsync(day, cancellationToken) is not { } lesson)
        {
            return LearningProblems.NoLesson.With("There is no lesson on this day.");
        }

        var row = lesson.Row;
        return TypedResults.Ok(new LessonAnswer(
            row.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.ContentItemId, row.Title, row.Summary, row.Minutes, row.Href,
            [.. lesson.Quiz.Select(question => new LessonQuestion(question.Question, question.Options))]));
    }
}

/// <summary>One daily lesson.</summary>
internal sealed record LessonAnswer(
    string Date, string ContentItemId, string Title, string Summary, int Minutes, string Url, IReadOnlyList<LessonQuestion> Quiz);

/// <summary>One question, without its answer.</summary>
internal sealed record LessonQuestion(string Question, IReadOnlyList<string> Options);
