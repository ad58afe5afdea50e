using Microsoft.AspNetCore.Html;

namespace PartyCms.Learning.Lessons;

/// <summary>A published lesson as its page shows it.</summary>
internal sealed record LessonView(LessonRow Row, IHtmlContent Body, IReadOnlyList<QuizQuestion> Quiz)
{
    /// <summary>The lesson of an earlier day that comes next before it.</summary>
    public LessonRow? Before { get; init; }

    /// <summary>The lesson of a later day that is already out.</summary>
    public LessonRow? After { get; init; }
}
