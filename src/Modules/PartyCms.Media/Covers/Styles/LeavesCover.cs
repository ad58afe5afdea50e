namespace PartyCms.Media.Covers.Styles;

/// <summary>Twigs with leaves before a large pale disc.</summary>
internal static class LeavesCover
{
    public static void Paint(SvgCanvas canvas, CoverRandom random)
    {
        var colors = random.Pick([.. CoverPalette.Day]);
        canvas.Sky(colors.SkyTop, colors.SkyBottom);
        var discX = random.Between(420, 780);
        canvas.Add($"""<circle cx="{discX}" cy="330" r="245" fill="{colors.Light}" opacity=".75"/><circle cx="{discX}" cy="330" r="245" fill="none" stroke="{colors.Accent}" stroke-width="3" opacity=".5"/>""");
        canvas.Define($"""<g id="l"><path d="M0 0C18-34 66-40 104 0C66 40 18 34 0 0Z"/><path d="M2 0H92" stroke="{colors.Light}" stroke-width="2" opacity=".5"/></g>""");
        Twig(canvas, random, colors.Layer(0.15), colors.Layer(0.3), new(-30, 120, 12, 78, 0.8));
        Twig(canvas, random, colors.Layer(0.35), colors.Layer(0.5), new(1230, 560, 196, 80, 0.9));
        Twig(canvas, random, colors.Near, colors.Accent, new(-30, 640, -26, 100, 1.25));
        Twig(canvas, random, colors.Accent, colors.Layer(0.8), new(1230, 40, 158, 88, 1.1));
    }

    // A twig bends steadily; leaves stand in pairs on it and become smaller towards its end.
    private static void Twig(SvgCanvas canvas, CoverRandom random, string color, string second, Growth growth)
    {
        const int Joints = 7;
        double x = growth.X;
        double y = growth.Y;
        double heading = growth.Heading + random.Between(-6, 6);
        var bend = random.Between(-5, 5);
        var points = new List<(int X, int Y)> { ((int)x, (int)y) };
        canvas.Add($"""<g fill="{color}">""");
        for (var joint = 0; joint < Joints; joint++)
        {
            heading += bend;
            x += Math.Cos(heading * Math.PI / 180) * growth.Step;
            y += Math.Sin(heading * Math.PI / 180) * growth.Step;
            points.Add(((int)x, (int)y));
            var size = growth.Size * (1.1 - (joint * 0.075));
            for (var side = -1; side <= 1; side += 2)
            {
                var turn = (int)heading + (side * random.Between(32, 58));
                var ink = random.Chance(28) ? $" fill=\"{second}\"" : "";
                canvas.Add($"""<use href="#l" transform="translate({(int)x} {(int)y})rotate({turn})scale({size:0.00})"{ink}/>""");
            }
        }

        canvas.Add($"""<use href="#l" transform="translate({(int)x} {(int)y})rotate({(int)heading})scale({growth.Size * 0.6:0.00})"/></g><path d="{Curve.Open(points)}" fill="none" stroke="{color}" stroke-width="5" stroke-linecap="round"/>""");
    }

    private sealed record Growth(int X, int Y, int Heading, int Step, double Size);
}
