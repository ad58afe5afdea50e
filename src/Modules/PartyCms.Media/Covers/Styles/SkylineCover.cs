using System.Globalization;
using System.Text;

namespace PartyCms.Media.Covers.Styles;

/// <summary>A town at dawn with its windows and their shimmer on the river.</summary>
internal static class SkylineCover
{
    private const int Bank = 540;

    public static void Paint(SvgCanvas canvas, CoverRandom random)
    {
        var colors = random.Pick([.. CoverPalette.Day]);
        canvas.Sky(colors.SkyTop, colors.SkyBottom);
        canvas.Sun(random.Between(300, 900), random.Between(190, 270), random.Between(78, 104), colors.Accent, 0.4);
        canvas.Define($"""<pattern id="lit" width="52" height="72" patternUnits="userSpaceOnUse"><path d="M8 9h7v11H8zM22 9h7v11h-7zM22 33h7v11h-7zM37 33h7v11h-7zM8 57h7v11H8z" fill="{colors.Light}"/></pattern>""");
        for (var layer = 0; layer < 3; layer++)
        {
            var roofs = Roofs(random, 330 - (layer * 60), 150 - (layer * 35), 62 + (layer * 14));
            var color = colors.Layer(0.1 + (layer * 0.35));
            canvas.Gradient($"c{layer}", color, CoverPalette.Mix(color, colors.SkyBottom, 0.55 - (layer * 0.2)));
            canvas.Add($"""<path d="{roofs}" fill="url(#c{layer})"/>""");
            if (layer > 0)
            {
                canvas.Add($"""<path d="{roofs}" fill="url(#lit)" opacity="{(layer == 1 ? ".3" : ".6")}"/>""");
            }
        }

        River(canvas, random, colors);
    }

    private static string Roofs(CoverRandom random, int height, int least, int width)
    {
        var path = new StringBuilder().Append(CultureInfo.InvariantCulture, $"M-10 {Bank}");
        for (var x = -10; x < SvgCanvas.Width;)
        {
            var across = random.Between(width * 2 / 3, width * 4 / 3);
            var top = Bank - random.Between(least, height + (random.Chance(18) ? 70 : 0));
            path.Append(CultureInfo.InvariantCulture, $"V{top}");
            switch (random.Between(0, 5))
            {
                case 0:
                    path.Append(CultureInfo.InvariantCulture, $"l{across / 2}-{across / 4}l{across - (across / 2)} {across / 4}");
                    break;
                case 1:
                    path.Append(CultureInfo.InvariantCulture, $"h{across / 3}v-22h{across / 3}v22h{across - (across / 3 * 2)}");
                    break;
                case 2:
                    path.Append(CultureInfo.InvariantCulture, $"l{across}-{across / 3}v{across / 3}");
                    break;
                default:
                    path.Append(CultureInfo.InvariantCulture, $"h{across}");
                    break;
            }

            x += across;
        }

        return path.Append(CultureInfo.InvariantCulture, $"V{Bank}Z").ToString();
    }

    private static void River(SvgCanvas canvas, CoverRandom random, CoverPalette colors)
    {
        canvas.Gradient("river", colors.Layer(0.9), CoverPalette.Mix(colors.Near, colors.SkyBottom, 0.6));
        canvas.Add($"""<rect y="{Bank}" width="1200" height="135" fill="url(#river)"/><g stroke="{colors.Light}" stroke-width="4" stroke-linecap="round">""");
        for (var glint = 0; glint < 34; glint++)
        {
            canvas.Add($"""<path d="M{random.Between(-20, 1180)} {Bank + random.Between(10, 128)}h{random.Between(18, 90)}" opacity=".{random.Between(1, 4)}"/>""");
        }

        canvas.Add($"</g>");
    }
}
