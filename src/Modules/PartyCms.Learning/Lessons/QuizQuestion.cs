namespace PartyCms.Learning.Lessons;

/// <summary>One question of the short check behind a lesson (测验).</summary>
/// <param name="Question">What is asked.</param>
/// <param name="Options">Two to four answers to choose from.</param>
/// <param name="Answer">Place of the right one, from 0.</param>
/// <param name="Explanation">Why, shown after answering.</param>
internal sealed record QuizQuestion(string Question, IReadOnlyList<string> Options, int Answer, string Explanation)
{
    public const int QuestionsPerLesson = 3;

    public const int FewestOptions = 2;

    public const int MostOptions = 4;

    /// <summary>What is wrong with the questions of a lesson; a lesson that readers see has none.</summary>
    public static IEnumerable<string> Faults(IReadOnlyList<QuizQuestion> quiz)
    {
        if (quiz.Count != QuestionsPerLesson)
        {
            yield return $"每课正好 {QuestionsPerLesson} 道题，现在有 {quiz.Count} 道。";
        }

        for (var i = 0; i < quiz.Count; i++)
        {
            var question = quiz[i];
            if (question.Question.Length == 0)
            {
                yield return $"第 {i + 1} 题没有题目。";
            }

            if (question.Options.Contains(""))
            {
                yield return $"第 {i + 1} 题的选项之间不要留空。";
            }

            if (question.Options.Count is < FewestOptions or > MostOptions)
            {
                yield return $"第 {i + 1} 题要有 {FewestOptions} 到 {MostOptions} 个选项，现在有 {question.Options.Count} 个。";
            }
            else if (question.Answer < 0 || question.Answer >= question.Options.Count)
            {
                yield return $"第 {i + 1} 题没有选定正确答案。";
            }
        }
    }
}
