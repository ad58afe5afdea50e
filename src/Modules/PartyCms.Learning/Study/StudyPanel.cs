using PartyCms.Learning.Lessons;

namespace PartyCms.Learning.Study;

/// <summary>The part of a lesson's page that records: the form, and after it what came of it.</summary>
/// <param name="Lesson">The lesson.</param>
/// <param name="Opened">The sealed note of when the page was opened.</param>
internal sealed record StudyPanel(LessonView Lesson, string Opened)
{
    /// <summary>The ledger's line of this year, once there is one.</summary>
    public StudyEntry? Entry { get; init; }

    /// <summary>The attempt just made.</summary>
    public GradedQuiz? Graded { get; init; }

    /// <summary>Whether this attempt made the line.</summary>
    public bool IsFirst { get; init; }

    public bool IsToday { get; init; }

    /// <summary>What to mend in the form.</summary>
    public string? Fault { get; init; }

    /// <summary>What was chosen so far, by question.</summary>
    public IReadOnlyDictionary<int, int> Chosen { get; init; } = new Dictionary<int, int>();
}
