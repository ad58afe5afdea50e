using System.Globalization;
using System.Text;

namespace PartyCms.Media.Covers;

/// <summary>Path data for smooth lines: each given point pulls a quadratic curve that passes the middles between points.</summary>
internal static class Curve
{
    /// <summary>A line across the whole picture, closed along its bottom edge.</summary>
    public static string Land(IReadOnlyList<(int X, int Y)> ridge) =>
        $"{Open(ridge)}L{SvgCanvas.Width + 40} {SvgCanvas.Height}L-40 {SvgCanvas.Height}Z";

    /// <summary>An open line.</summary>
    public static string Open(IReadOnlyList<(int X, int Y)> points)
    {
        var path = new StringBuilder().Append(CultureInfo.InvariantCulture, $"M{points[0].X} {points[0].Y}");
        for (var index = 1; index < points.Count - 1; index++)
        {
            Pull(path, points[index], Middle(points[index], points[index + 1]));
        }

        return path.Append(CultureInfo.InvariantCulture, $"L{points[^1].X} {points[^1].Y}").ToString();
    }

    /// <summary>A closed line.</summary>
    public static string Closed(IReadOnlyList<(int X, int Y)> points)
    {
        var start = Middle(points[^1], points[0]);
        var path = new StringBuilder().Append(CultureInfo.InvariantCulture, $"M{start.X} {start.Y}");
        for (var index = 0; index < points.Count; index++)
        {
            Pull(path, points[index], Middle(points[index], points[(index + 1) % points.Count]));
        }

        return path.Append('Z').ToString();
    }

    private static (int X, int Y) Middle((int X, int Y) first, (int X, int Y) second) =>
        ((first.X + second.X) / 2, (first.Y + second.Y) / 2);

    private static void Pull(StringBuilder path, (int X, int Y) by, (int X, int Y) to) =>
        path.Append(CultureInfo.InvariantCulture, $"Q{by.X} {by.Y} {to.X} {to.Y}");
}
