namespace PartyCms.Learning.Lessons;

/// <summary>Letters of the answers to choose from.</summary>
internal static class QuizLetters
{
    private const string Letters = "ABCD";

    /// <summary>The letter of a place, from 0.</summary>
    public static char Of(int place) => Letters[place];
}
