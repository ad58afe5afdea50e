namespace PartyCms.Media.Covers.Styles;

/// <summary>Sheets of colored paper with ever smaller openings, one above the other.</summary>
internal static class PaperCover
{
    private const int Sheets = 6;

    public static void Paint(SvgCanvas canvas, CoverRandom random)
    {
        var colors = random.Pick([.. CoverPalette.Day]);
        canvas.Gradient("deep", colors.Light, colors.SkyBottom);
        canvas.Add($"""<rect width="1200" height="675" fill="url(#deep)"/>""");
        var centerX = random.Between(480, 720);
        canvas.Sun(centerX + random.Between(-60, 60), 330 + random.Between(-30, 30), random.Between(56, 74), colors.Accent, 0.35);
        var phase = random.Fraction() * Math.PI * 2;
        for (var sheet = 0; sheet < Sheets; sheet++)
        {
            var hole = Hole(random, centerX, 170 + (sheet * 86), 112 + (sheet * 52), phase + (sheet * 0.22));
            var color = colors.Layer(0.08 + (sheet * 0.92 / (Sheets - 1)));
            var lit = CoverPalette.Mix(color, colors.Light, 0.14);
            canvas.Gradient($"p{sheet}", lit, color);
            canvas.Define($"""<path id="s{sheet}" d="M0-40H1200V675H0Z{hole}" fill-rule="evenodd"/>""");
            canvas.Add($"""<use href="#s{sheet}" y="22" opacity=".06"/><use href="#s{sheet}" y="13" opacity=".09"/><use href="#s{sheet}" y="6" opacity=".12"/><use href="#s{sheet}" fill="url(#p{sheet})"/>""");
        }
    }

    private static string Hole(CoverRandom random, int centerX, int reachX, int reachY, double phase)
    {
        const int Points = 10;
        return Curve.Closed([.. Enumerable.Range(0, Points).Select(point =>
        {
            var angle = phase + (point * Math.PI * 2 / Points);
            var wobble = (point % 2 == 0 ? 1.12 : 0.94) + (random.Fraction() * 0.16) - 0.08;
            return ((int)(centerX + (Math.Cos(angle) * reachX * wobble)), (int)(338 + (Math.Sin(angle) * reachY * wobble)));
        })]);
    }
}
