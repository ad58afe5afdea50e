using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Learning.Lessons;
using PartyCms.Learning.Progress;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Study;

/// <summary>Recording study, for the page's script and for other clients of a signed-in member.</summary>
internal static class StudyEndpoints
{
    private static readonly ProblemHttpResult NoMember =
        LearningProblems.NoMember.With("Study is recorded for members only. Ask the administrator to bind the account to one.");

    private static readonly ProblemHttpResult NoLesson =
        LearningProblems.NoLesson.With("There is no such lesson, or its day has not come.");

    private static readonly ProblemHttpResult NoSession = LearningProblems.NoSession.With("Start a new session.");

    private static readonly ProblemHttpResult Superseded =
        LearningProblems.SessionSuperseded.With("The member opened a lesson in another place; time counts there.");

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var learning = endpoints.MapGroup("/api/learning").RequireAuthorization(LearningPermissions.Record).WithTags("Learning");
        learning.MapGet("/me", Me).WithName("GetMyLearning").WithSummary("Read one's own learning")
            .WithDescription("The signed-in member's hours, credits by kind, streak, and whether today's lesson is finished.")
            .ProducesProblem(StatusCodes.Status403Forbidden);
        var sessions = learning.MapGroup("/sessions").AddEndpointFilter<SameOriginJson>()
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        sessions.MapPost("", Start).WithName("StartStudySession").WithSummary("Begin to study a lesson")
            .WithDescription("The member's older session ends. Called with the cookie of a signed-in member, as JSON, from this site.");
        sessions.MapPost("/{id:guid}/heartbeat", Beat).WithName("BeatStudySession").WithSummary("Report visible time")
            .WithDescription("Every 20 seconds while the lesson is seen. Never more is counted than the server's clock allows.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
        sessions.MapPost("/{id:guid}/quiz", Answer).WithName("AnswerStudySession").WithSummary("Answer the quiz and finish the lesson")
            .WithDescription("One place for each question, from 0. The answer tells which were right and why.")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Results<Ok<LearningOverview>, ProblemHttpResult>> Me(
        CurrentMember current, MemberProgress progress, LessonShelf shelf, Caller caller, SiteTime time, HttpContext http,
        CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await current.FindAsync(cancellationToken) is not { } member)
        {
            return NoMember;
        }

        var standing = await progress.GetAsync(member, caller.Id, cancellationToken);
        var lesson = await shelf.FindRowAsync(time.Today, cancellationToken);
        var (credits, streak) = (standing.Credits, standing.Streak);
        return TypedResults.Ok(new LearningOverview(
            standing.Year, standing.Minutes, standing.Hours, standing.Requirement.Hours,
            new CreditsAnswer(credits.Distance, credits.Intensive, credits.Bonus, credits.Total),
            new StreakAnswer(streak.Current, streak.RealDays, streak.GraceDays, streak.Best),
            new TodayAnswer(IsoDay(time.Today), lesson is not null, standing.IsTodayFinished, lesson?.Href)));
    }

    private static async Task<Results<Created<SessionAnswer>, ProblemHttpResult>> Start(
        StartRequest request, CurrentMember current, LessonShelf shelf, StudySessions sessions, CancellationToken cancellationToken)
    {
        if (await current.FindAsync(cancellationToken) is not { } member)
        {
            return NoMember;
        }

        if (string.IsNullOrEmpty(request.ContentItemId)
            || await shelf.FindRowAsync(request.ContentItemId, cancellationToken) is not { } lesson)
        {
            return NoLesson;
        }

        var session = await sessions.StartAsync(member.Id, lesson.ContentItemId, cancellationToken);
        return TypedResults.Created(
            $"/api/learning/sessions/{session.Id}", new SessionAnswer(session.Id, lesson.ContentItemId, 0, StudyTime.HeartbeatSeconds));
    }

    private static async Task<Results<Ok<SessionAnswer>, ProblemHttpResult>> Beat(
        Guid id, HeartbeatRequest request, OpenSession open, StudySessions sessions, CancellationToken cancellationToken)
    {
        var found = await open.FindAsync(id, cancellationToken);
        if (found is null || !found.Session.IsActive)
        {
            return found is null ? NoSession : Superseded;
        }

        if (request.Sequence < 1 || request.ActiveSeconds < 0)
        {
            return Invalid("sequence counts from 1, activeSeconds from 0.");
        }

        TimeSpan? claimed = request.ActiveSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
        var active = await sessions.BeatAsync(found.Session, request.Sequence, claimed, found.Lesson, cancellationToken);
        return TypedResults.Ok(new SessionAnswer(id, found.Lesson.ContentItemId, active, StudyTime.HeartbeatSeconds));
    }

    private static async Task<Results<Ok<CompletionAnswer>, ProblemHttpResult>> Answer(
        Guid id, QuizRequest request, OpenSession open, LessonShelf shelf, CompleteLesson complete, SiteTime time,
        CancellationToken cancellationToken)
    {
        var found = await open.FindAsync(id, cancellationToken);
        if (found is null || !found.Session.IsActive)
        {
            return found is null ? NoSession : Superseded;
        }

        var quiz = await shelf.QuizAsync(found.Lesson.ContentItemId, cancellationToken);
        var answers = request.Answers ?? [];
        if (!GradedQuiz.IsAnswered(quiz, answers))
        {
            return Invalid("answers holds the place of one offered option, from 0, for each question.");
        }

        var graded = GradedQuiz.Grade(quiz, answers);
        var evidence = StudyEvidence.Of(found.Session, found.Lesson, time.Now);
        var (entry, isFirst) = await complete.RunAsync(found.Member, found.Lesson, evidence, graded, cancellationToken);
        return TypedResults.Ok(new CompletionAnswer(
            graded.Right, graded.Total,
            [.. graded.Questions.Select(question => new QuestionAnswer(
                question.IsRight, question.Question.Answer, question.Question.Explanation))],
            entry.Minutes, isFirst, IsoDay(entry.Day), entry.DayCount > 0));
    }

    private static ProblemHttpResult Invalid(string detail) => LearningProblems.InvalidStudy.With(detail);

    private static string IsoDay(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Finds a session for its owner only; of a foreign one nothing is told, not even that it exists.</summary>
internal sealed class OpenSession(CurrentMember current, StudySessions sessions, LessonShelf shelf)
{
    public async Task<FoundSession?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await current.FindAsync(cancellationToken) is { } member
        && await sessions.FindAsync(id, member.Id, cancellationToken) is { } session
        && await shelf.FindRowAsync(session.ContentItemId, cancellationToken) is { } lesson
            ? new FoundSession(member, session, lesson)
            : null;
}

internal sealed record FoundSession(MemberInfo Member, StudySession Session, LessonRow Lesson);

/// <summary>Which lesson is opened.</summary>
public sealed record StartRequest(string? ContentItemId);

/// <summary>One heartbeat.</summary>
/// <param name="Sequence">Ascending from 1; one that was seen before adds nothing. Left out, it is the next.</param>
/// <param name="ActiveSeconds">Seconds the page was visible since the last one; never counted beyond the server's clock.</param>
public sealed record HeartbeatRequest(int? Sequence, int? ActiveSeconds);

/// <summary>Places of the chosen options, from 0, one for each question.</summary>
public sealed record QuizRequest(IReadOnlyList<int?>? Answers);

internal sealed record SessionAnswer(Guid Id, string ContentItemId, int ActiveSeconds, int HeartbeatSeconds);

internal sealed record CompletionAnswer(
    int Right, int Total, IReadOnlyList<QuestionAnswer> Questions, int Minutes, bool IsFirst, string Day, bool CountsAsDay);

internal sealed record QuestionAnswer(bool IsRight, int Answer, string Explanation);

internal sealed record LearningOverview(
    int Year, int Minutes, decimal Hours, decimal RequiredHours, CreditsAnswer Credits, StreakAnswer Streak, TodayAnswer Today);

internal sealed record CreditsAnswer(decimal Distance, decimal Intensive, decimal Bonus, decimal Total);

internal sealed record StreakAnswer(int Current, int RealDays, int GraceDays, int Best);

internal sealed record TodayAnswer(string Date, bool HasLesson, bool IsFinished, string? Url);
