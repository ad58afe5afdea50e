namespace PartyCms.Media.Covers.Styles;

/// <summary>Ranges of hills that fade into mist, as in an ink painting.</summary>
internal static class HillsCover
{
    private const int Layers = 6;

    public static void Paint(SvgCanvas canvas, CoverRandom random)
    {
        var colors = random.Pick([.. CoverPalette.Day]);
        canvas.Sky(colors.SkyTop, colors.SkyBottom);
        var sunX = random.Between(250, 950);
        canvas.Sun(sunX, random.Between(150, 210), random.Between(58, 84), colors.Accent, 0.3);
        for (var layer = 0; layer < Layers; layer++)
        {
            var nearness = (layer + 0.6) / Layers;
            var ridge = Ridge(random, 280 + (layer * 68), 150 - (layer * 14), 165 - (layer * 9));
            var color = colors.Layer(nearness);
            canvas.Gradient($"h{layer}", color, CoverPalette.Mix(color, colors.SkyBottom, 0.85 - (layer * 0.13)));
            canvas.Add($"""<path d="{Curve.Land(ridge)}" fill="url(#h{layer})"/>""");
            if (layer == 1)
            {
                Birds(canvas, random, colors, sunX);
            }
        }
    }

    private static List<(int X, int Y)> Ridge(CoverRandom random, int middle, int height, int step)
    {
        var points = new List<(int X, int Y)> { (-60, middle) };
        var isPeak = random.Chance(50);
        for (var x = -40; x < SvgCanvas.Width + step; x += step + random.Between(-30, 30))
        {
            var shape = height * (0.35 + (random.Fraction() * 0.65));
            points.Add((x, middle + (int)(isPeak ? -shape : shape * 0.4)));
            isPeak = !isPeak;
        }

        points.Add((SvgCanvas.Width + 60, middle));
        return points;
    }

    private static void Birds(SvgCanvas canvas, CoverRandom random, CoverPalette colors, int sunX)
    {
        var x = sunX > 600 ? random.Between(220, 420) : random.Between(760, 940);
        var y = random.Between(120, 180);
        for (var bird = 0; bird < 5; bird++)
        {
            canvas.Add($"""<path d="M{x} {y}q10-11 19 0q9-11 19 0" fill="none" stroke="{colors.Near}" stroke-width="3" stroke-linecap="round" opacity=".6"/>""");
            x += random.Between(38, 70);
            y += random.Between(-26, 24);
        }
    }
}
