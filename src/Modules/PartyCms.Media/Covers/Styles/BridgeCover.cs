namespace PartyCms.Media.Covers.Styles;

/// <summary>An arched stone bridge over still water, with its reflection.</summary>
internal static class BridgeCover
{
    private const int Water = 470;

    public static void Paint(SvgCanvas canvas, CoverRandom random)
    {
        var colors = random.Pick([.. CoverPalette.Day]);
        canvas.Sky(colors.SkyTop, colors.SkyBottom);
        canvas.Sun(random.Between(260, 940), random.Between(150, 210), random.Between(62, 86), colors.Accent, 0.32);
        for (var layer = 0; layer < 3; layer++)
        {
            var ridge = Ridge(random, 330 + (layer * 48));
            var color = colors.Layer(0.06 + (layer * 0.14));
            canvas.Gradient($"f{layer}", color, CoverPalette.Mix(color, colors.SkyBottom, 0.6));
            canvas.Add($"""<path d="{Curve.Land(ridge)}" fill="url(#f{layer})"/>""");
        }

        canvas.Gradient("lake", CoverPalette.Mix(colors.SkyBottom, colors.Far, 0.45), colors.Layer(0.5));
        canvas.Add($"""<rect y="{Water}" width="1200" height="205" fill="url(#lake)"/>""");
        Bridge(canvas, random, colors);
        Ripples(canvas, random, colors);
        Reeds(canvas, random, colors);
    }

    private static List<(int X, int Y)> Ridge(CoverRandom random, int middle) =>
        [(-60, middle), .. Enumerable.Range(0, 9).Select(index => ((index * 150) - 20, middle + random.Between(-70, 30))), (1260, middle)];

    private static void Bridge(SvgCanvas canvas, CoverRandom random, CoverPalette colors)
    {
        var middle = random.Between(520, 680);
        canvas.Gradient("stone", colors.Layer(0.8), colors.Near);
        canvas.Define($"""<g id="bridge"><path d="M-660 470V432C-420 424-230 300 0 300S420 424 660 432V470H456A60 60 0 0 0 336 470H316A96 96 0 0 0 124 470H106A106 106 0 0 0-106 470H-124A96 96 0 0 0-316 470H-336A60 60 0 0 0-456 470Z" fill="url(#stone)"/><path d="M-660 424C-420 416-230 290 0 290S420 416 660 424" fill="none" stroke="{colors.Near}" stroke-width="9"/><path d="M-650 408C-416 400-228 276 0 276S416 400 650 408" fill="none" stroke="{colors.Near}" stroke-width="22" stroke-dasharray="4 24"/><path d="M-650 398C-414 390-227 264 0 264S414 390 650 398" fill="none" stroke="{colors.Near}" stroke-width="4"/></g>""");
        canvas.Add($"""<g transform="translate({middle} 940)scale(1-1)" opacity=".28"><use href="#bridge"/></g><use href="#bridge" x="{middle}"/>""");
    }

    private static void Ripples(SvgCanvas canvas, CoverRandom random, CoverPalette colors)
    {
        canvas.Add($"""<g stroke="{colors.Light}" stroke-width="3" stroke-linecap="round">""");
        for (var ripple = 0; ripple < 30; ripple++)
        {
            canvas.Add($"""<path d="M{random.Between(-30, 1150)} {Water + random.Between(8, 195)}h{random.Between(30, 150)}" opacity=".{random.Between(15, 45)}"/>""");
        }

        canvas.Add($"</g>");
    }

    private static void Reeds(SvgCanvas canvas, CoverRandom random, CoverPalette colors)
    {
        var isLeft = random.Chance(50);
        canvas.Add($"""<g fill="none" stroke="{colors.Near}" stroke-width="4" stroke-linecap="round">""");
        for (var reed = 0; reed < 9; reed++)
        {
            var x = isLeft ? random.Between(10, 190) : random.Between(1010, 1190);
            var height = random.Between(90, 210);
            canvas.Add($"""<path d="M{x} 690q{random.Between(-14, 14)}-{height / 2} {random.Between(-46, 46)}-{height}"/>""");
        }

        canvas.Add($"</g>");
    }
}
