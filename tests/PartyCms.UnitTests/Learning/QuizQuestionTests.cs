using PartyCms.Learning.Lessons;

namespace PartyCms.UnitTests.Learning;

public sealed class QuizQuestionTests
{
    private static readonly QuizQuestion Good = new("油锅起火怎么办?", ["端走", "盖严锅盖"], 1, "隔开空气,火就灭了。");

    /// <summary>Faulty questions among good ones, and how many faults they make.</summary>
    public static TheoryData<string, int, int> Table => new()
    {
        { "good", 3, 0 },
        { "good", 2, 1 },
        { "good", 4, 1 },
        { "no text", 3, 1 },
        { "one option", 3, 1 },
        { "five options", 3, 1 },
        { "gap between options", 3, 1 },
        { "answer beyond the options", 3, 1 },
        { "no answer", 3, 1 },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void A_lesson_has_three_questions_with_two_to_four_options_and_a_right_one(string kind, int count, int faults)
    {
        var first = kind switch
        {
            "no text" => Good with { Question = "" },
            "one option" => Good with { Options = ["盖严锅盖"], Answer = 0 },
            "five options" => Good with { Options = ["一", "二", "三", "四", "五"] },
            "gap between options" => Good with { Options = ["端走", "", "盖严锅盖"] },
            "answer beyond the options" => Good with { Answer = 2 },
            "no answer" => Good with { Answer = -1 },
            _ => Good,
        };

        Assert.Equal(faults, QuizQuestion.Faults([first, .. Enumerable.Repeat(Good, count - 1)]).Count());
    }
}
