namespace PartyCms.Media.Covers.Styles;

/// <summary>Paper lanterns on an evening, large ones in front of small ones.</summary>
internal static class LanternsCover
{
    public static void Paint(SvgCanvas canvas, CoverRandom random)
    {
        var colors = random.Pick([.. CoverPalette.Evening]);
        canvas.Sky(colors.SkyTop, colors.SkyBottom);
        canvas.Glow("glow", colors.Accent, 0.55);
        canvas.Define($"""<radialGradient id="body" cy=".58"><stop stop-color="{colors.Light}"/><stop offset=".4" stop-color="#f0803c"/><stop offset="1" stop-color="#b3201b"/></radialGradient>""");
        canvas.Define($"""<g id="lamp"><circle r="190" fill="url(#glow)"/><path d="M0-900V-66M0 66v24" stroke="{colors.Accent}" stroke-width="3"/><ellipse rx="82" ry="66" fill="url(#body)"/><g fill="none" stroke="#7d1414" stroke-width="2" opacity=".4"><ellipse rx="56" ry="66"/><ellipse rx="26" ry="66"/></g><path d="M-31-73h62v14h-62zM-31 59h62v14h-62z" fill="{colors.Accent}"/><path d="M-12 90h24l5 66h-34z" fill="{colors.Accent}" opacity=".9"/><path d="M-6 92l-4 62M0 92v64M6 92l4 62" stroke="#7d1414" stroke-width="1.5" opacity=".5"/></g>""");
        Bokeh(canvas, random, colors);
        Hang(canvas, random, 6, 34, 46, 150, 420, 0.55);
        Hang(canvas, random, 4, 66, 84, 170, 400, 0.85);
        Hang(canvas, random, 2, 118, 140, 200, 330, 1);
        var ridge = Enumerable.Range(0, 9).Select(index => ((index * 165) - 60, 620 + random.Between(-34, 24))).ToList();
        canvas.Add($"""<path d="{Curve.Land(ridge)}" fill="{colors.Near}" opacity=".85"/>""");
    }

    private static void Bokeh(SvgCanvas canvas, CoverRandom random, CoverPalette colors)
    {
        canvas.Add($"""<g fill="{colors.Light}">""");
        for (var light = 0; light < 22; light++)
        {
            canvas.Add($"""<circle cx="{random.Between(0, 1200)}" cy="{random.Between(300, 640)}" r="{random.Between(6, 34)}" opacity=".{random.Between(4, 15):00}"/>""");
        }

        canvas.Add($"</g>");
    }

    private static void Hang(
        SvgCanvas canvas, CoverRandom random, int count, int smallest, int largest, int top, int bottom, double opacity)
    {
        var room = SvgCanvas.Width / count;
        canvas.Add($"""<g opacity="{opacity}">""");
        for (var lamp = 0; lamp < count; lamp++)
        {
            var x = (room * lamp) + random.Between(room / 4, room * 3 / 4);
            canvas.Add($"""<use href="#lamp" transform="translate({x} {random.Between(top, bottom)})scale(.{Scale(random.Between(smallest, largest))})"/>""");
        }

        canvas.Add($"</g>");
    }

    // The drawing of a lamp is 164 units wide; the wanted half width decides how much smaller it is shown.
    private static string Scale(int halfWidth) =>
        Math.Min(99, halfWidth * 100 / 150).ToString("00", System.Globalization.CultureInfo.InvariantCulture);
}
