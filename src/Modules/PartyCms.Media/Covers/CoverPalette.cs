using System.Globalization;

namespace PartyCms.Media.Covers;

/// <summary>A handful of colors that belong together: red, gold, ink and warm paper in different proportions.</summary>
/// <param name="SkyTop">Background at the top edge.</param>
/// <param name="SkyBottom">Background at the bottom edge.</param>
/// <param name="Far">Color of the most distant layer.</param>
/// <param name="Near">Color of the closest layer.</param>
/// <param name="Accent">The one color that catches the eye.</param>
/// <param name="Light">Of lamps, the sun and thin lines.</param>
internal sealed record CoverPalette(string SkyTop, string SkyBottom, string Far, string Near, string Accent, string Light)
{
    /// <summary>Pale backgrounds, for daylight pictures.</summary>
    public static IReadOnlyList<CoverPalette> Day { get; } =
    [
        new("#fdf6ea", "#f6d3ae", "#eebc97", "#8c1c1c", "#c8321f", "#fff6e3"),
        new("#fff6df", "#f3d08a", "#edc274", "#8a3a16", "#b8241c", "#fffaf0"),
        new("#f8f2e6", "#e5d6bd", "#cfbda0", "#3a2c26", "#b52a22", "#fffdf6"),
        new("#fbe9da", "#e9a583", "#e0947a", "#54161f", "#f2bd57", "#ffeccc"),
        new("#f7f2e2", "#dbdec2", "#bfc9a4", "#2c4a40", "#c0392b", "#fffceb"),
        new("#fdf3e4", "#efc2a8", "#e2a58f", "#7a1420", "#e09a2b", "#fff8ea"),
    ];

    /// <summary>Deep backgrounds, for pictures with lamps and lit windows.</summary>
    public static IReadOnlyList<CoverPalette> Evening { get; } =
    [
        new("#5a0f16", "#c0392b", "#a82a24", "#3a0a10", "#f4b942", "#ffe3a3"),
        new("#2b1a20", "#b5533c", "#8f3f35", "#1c1016", "#f0ab3c", "#ffdf9e"),
        new("#3a1518", "#e08a4f", "#bb5a3a", "#2a0d12", "#ffd27a", "#fff0cc"),
        new("#1f2430", "#a8604a", "#70454a", "#141820", "#f3b54a", "#ffe6b0"),
    ];

    /// <summary>A color between the far and the near one; 0 is far, 1 near.</summary>
    public string Layer(double nearness) => Mix(Far, Near, nearness);

    /// <summary>A color between two, both as #rrggbb.</summary>
    public static string Mix(string first, string second, double share)
    {
        return string.Create(CultureInfo.InvariantCulture, $"#{Channel(1):x2}{Channel(3):x2}{Channel(5):x2}");

        int Channel(int at) => (int)Math.Round((Hex(first, at) * (1 - share)) + (Hex(second, at) * share));
    }

    private static int Hex(string color, int at) =>
        int.Parse(color.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
