using System.Globalization;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Time;

namespace PartyCms.Contents.Desk;

/// <summary>Words of the desk for states and times.</summary>
internal static class DeskWords
{
    /// <summary>The state in two or three characters, for rows.</summary>
    public static string ShortName(this ContentState state) => state == ContentState.PublishedWithDraft ? "有修改" : state.DisplayName();

    /// <summary>A recent instant as a person would say it: 今天 14:03, 昨天 09:30, 9月3日, 2025年9月3日.</summary>
    public static string Ago(this SiteTime time, DateTimeOffset? instant)
    {
        if (instant is not { } known)
        {
            return "";
        }

        var local = time.ToLocal(known);
        var minute = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        var day = time.DayOf(known);
        return (time.Today.DayNumber - day.DayNumber) switch
        {
            0 => "今天 " + minute,
            1 => "昨天 " + minute,
            _ => day.Year == time.Today.Year ? local.ToString("M月d日", CultureInfo.InvariantCulture) : SiteTime.Format(day),
        };
    }
}
