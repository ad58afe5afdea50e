using System.Globalization;

namespace PartyCms.Learning.Lessons;

/// <summary>Dates as pages of this module write them.</summary>
internal static class ChineseDay
{
    private const string Weekdays = "日一二三四五六";

    /// <summary>Such as 星期三.</summary>
    public static string Weekday(DateOnly day) => "星期" + Weekdays[(int)day.DayOfWeek];

    /// <summary>Such as 11月22日.</summary>
    public static string Short(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日");

    /// <summary>Such as 2026年11月.</summary>
    public static string Month(DateOnly month) => string.Create(CultureInfo.InvariantCulture, $"{month.Year}年{month.Month}月");
}
