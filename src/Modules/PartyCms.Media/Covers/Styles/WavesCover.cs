namespace PartyCms.Media.Covers.Styles;

/// <summary>A sun over rolling water; the last waves carry the old pattern of overlapping rings.</summary>
internal static class WavesCover
{
    private const int Layers = 6;

    public static void Paint(SvgCanvas canvas, CoverRandom random)
    {
        var colors = random.Pick([.. CoverPalette.Day]);
        canvas.Sky(colors.SkyTop, colors.SkyBottom);
        canvas.Sun(random.Between(280, 920), random.Between(190, 250), random.Between(80, 110), colors.Accent, 0.35);
        canvas.Define($"""<pattern id="rings" width="96" height="48" patternUnits="userSpaceOnUse"><g fill="none" stroke="{colors.Light}" stroke-width="2.5"><g id="r"><circle cx="48" cy="48" r="46"/><circle cx="48" cy="48" r="32"/><circle cx="48" cy="48" r="18"/></g><use href="#r" x="-48" y="24"/><use href="#r" x="48" y="24"/></g></pattern>""");
        for (var layer = 0; layer < Layers; layer++)
        {
            var nearness = (layer + 1.0) / Layers;
            var top = 310 + (layer * 62);
            var path = Curve.Land(Wave(random, top, 20 + (layer * 8), 210 + (layer * 40)));
            canvas.Gradient($"w{layer}", CoverPalette.Mix(colors.Layer(nearness - 0.1), colors.Light, 0.06), colors.Layer(nearness));
            canvas.Add($"""<path d="{path}" fill="url(#w{layer})"/>""");
            if (layer % 2 == 1)
            {
                canvas.Add($"""<path d="{path}" fill="url(#rings)" opacity=".3"/>""");
            }
            else
            {
                canvas.Add($"""<path d="{path}" fill="none" stroke="{colors.Light}" stroke-width="2" opacity=".45"/>""");
            }
        }
    }

    private static List<(int X, int Y)> Wave(CoverRandom random, int middle, int height, int length)
    {
        var points = new List<(int X, int Y)> { (-60, middle) };
        var isUp = random.Chance(50);
        for (var x = -40 - random.Between(0, length / 2); x < SvgCanvas.Width + length; x += (length / 2) + random.Between(-18, 18))
        {
            points.Add((x, middle + ((isUp ? -1 : 1) * (height + random.Between(-5, 8)))));
            isUp = !isUp;
        }

        points.Add((SvgCanvas.Width + length, middle));
        return points;
    }
}
