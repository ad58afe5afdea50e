using PartyCms.Kernel.Time;
using PartyCms.Organization.Contracts;

namespace PartyCms.Learning.Study;

/// <summary>Finishes a lesson from the page's plain form, with the script's session where one ran.</summary>
internal sealed class FinishByForm(CompleteLesson complete, StudySessions sessions, OpenedMark opened, SiteTime time)
{
    public async Task<StudyPanel> RunAsync(
        MemberInfo member, StudyPanel panel, IReadOnlyDictionary<int, int> chosen, Guid? sessionId, string? openedMark,
        CancellationToken cancellationToken)
    {
        var (row, quiz) = (panel.Lesson.Row, panel.Lesson.Quiz);
        List<int?> answers = [.. quiz.Select((_, index) => chosen.TryGetValue(index, out var place) ? place : (int?)null)];
        if (!GradedQuiz.IsAnswered(quiz, answers))
        {
            return panel with { Fault = "还有题没有选答案。选好后再点“完成学习”，答错也没关系。", Chosen = chosen };
        }

        // Another lesson's or another member's session proves nothing here; then the clock since opening counts.
        var session = sessionId is { } id ? await sessions.FindAsync(id, member.Id, cancellationToken) : null;
        var evidence = session is not null && session.ContentItemId == row.ContentItemId
            ? StudyEvidence.Of(session, row, time.Now)
            : StudyEvidence.Of(opened.Read(openedMark, member.Id, row.ContentItemId), row);
        var graded = GradedQuiz.Grade(quiz, answers);
        var (entry, isFirst) = await complete.RunAsync(member, row, evidence, graded, cancellationToken);
        return panel with { Entry = entry, Graded = graded, IsFirst = isFirst, Chosen = chosen };
    }
}
