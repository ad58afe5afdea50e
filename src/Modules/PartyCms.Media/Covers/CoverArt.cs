using System.Collections.Frozen;
using PartyCms.Media.Covers.Styles;

namespace PartyCms.Media.Covers;

/// <summary>Draws cover pictures: abstract, without words, people or emblems, so that they fit any local story.</summary>
internal static class CoverArt
{
    private static readonly FrozenDictionary<string, Action<SvgCanvas, CoverRandom>> Painters =
        new Dictionary<string, Action<SvgCanvas, CoverRandom>>(StringComparer.Ordinal)
        {
            ["waves"] = WavesCover.Paint,
            ["hills"] = HillsCover.Paint,
            ["lanterns"] = LanternsCover.Paint,
            ["grid"] = GridCover.Paint,
            ["leaves"] = LeavesCover.Paint,
            ["skyline"] = SkylineCover.Paint,
            ["paper"] = PaperCover.Paint,
            ["bridge"] = BridgeCover.Paint,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Names of all styles.</summary>
    public static IReadOnlyList<string> Styles { get; } = [.. Painters.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The picture that a name such as <c>hills-spring-walk</c> stands for, as SVG; null for any other name.</summary>
    public static string? Find(string name)
    {
        var dash = name.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? null : Draw(name[..dash], name[(dash + 1)..]);
    }

    /// <summary>The picture as SVG, the same bytes for the same style and seed; null for an unknown style.</summary>
    public static string? Draw(string style, string seed)
    {
        if (!Painters.TryGetValue(style, out var paint))
        {
            return null;
        }

        var canvas = new SvgCanvas();
        paint(canvas, new CoverRandom(style + "-" + seed));
        return canvas.ToString();
    }
}
