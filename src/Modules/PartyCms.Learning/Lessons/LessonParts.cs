using System.Globalization;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;

namespace PartyCms.Learning.Lessons;

/// <summary>Reads the fields of a daily lesson out of its content document. A form sends numbers as text; both count.</summary>
internal static class LessonParts
{
    public const string ContentType = "DailyLesson";

    public const string Day = "DailyLessonPart.Day.Value";

    public const string Minutes = "DailyLessonPart.Minutes.Value";

    public const string Topic = "DailyLessonPart.Topic.Text";

    public const string Scheduled = "DailyLessonPart.Scheduled.Value";

    public const string Quiz = "DailyLessonPart.Quiz";

    public const int TopicLength = 20;

    /// <summary>The day it belongs to, or null; the time of day that other systems write along is passed over.</summary>
    public static DateOnly? LessonDay(this JsonObject parts) =>
        parts.Text(Day) is { Length: >= 10 } text
        && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    /// <summary>Nominal minutes; 0 where none or no whole number is given.</summary>
    public static int LessonMinutes(this JsonObject parts) => parts.WholeNumber(Minutes) ?? 0;

    /// <summary>Whether it comes out by itself when its day begins.</summary>
    public static bool IsScheduled(this JsonObject parts) =>
        parts.Flag(Scheduled) || string.Equals(parts.Text(Scheduled), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The questions as written, faults included.</summary>
    public static IReadOnlyList<QuizQuestion> LessonQuiz(this JsonObject parts)
    {
        if (parts.Find(Quiz) is not JsonArray questions)
        {
            return [];
        }

        return
        [
            .. questions.Select((_, index) => $"{Quiz}[{index}]").Select(path => new QuizQuestion(
                parts.Text(path + ".Question")?.Trim() ?? "",
                Options(parts, path + ".Options"),
                parts.WholeNumber(path + ".Answer") ?? -1,
                parts.Text(path + ".Explanation")?.Trim() ?? "")),
        ];
    }

    // Empty places at the end are a form's unused inputs; one in the middle would shift the right answer and is a fault.
    private static IReadOnlyList<string> Options(JsonObject parts, string path)
    {
        var options = parts.Find(path) is JsonArray found
            ? found.Select(option => option is JsonValue value && value.TryGetValue<string>(out var text) ? text.Trim() : "").ToList()
            : [];
        return options[..(options.FindLastIndex(option => option.Length > 0) + 1)];
    }

    private static int? WholeNumber(this JsonObject parts, string path) =>
        parts.Number(path)
        ?? (int.TryParse(parts.Text(path), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null);
}
