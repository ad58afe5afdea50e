using PartyCms.Learning.Lessons;

namespace PartyCms.Learning.Study;

/// <summary>One attempt at a lesson's questions, with what was right and why.</summary>
internal sealed record GradedQuiz(IReadOnlyList<GradedQuestion> Questions)
{
    public int Right => Questions.Count(question => question.IsRight);

    public int Total => Questions.Count;

    /// <summary>Whether each question has an answer that it offers.</summary>
    public static bool IsAnswered(IReadOnlyList<QuizQuestion> quiz, IReadOnlyList<int?> answers) =>
        answers.Count == quiz.Count
        && quiz.Zip(answers).All(pair => pair.Second >= 0 && pair.Second < pair.First.Options.Count);

    public static GradedQuiz Grade(IReadOnlyList<QuizQuestion> quiz, IReadOnlyList<int?> answers) =>
        new([.. quiz.Zip(answers, (question, chosen) => new GradedQuestion(question, chosen!.Value))]);
}

internal sealed record GradedQuestion(QuizQuestion Question, int Chosen)
{
    public bool IsRight => Chosen == Question.Answer;
}
