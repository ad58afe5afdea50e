namespace PartyCms.Media.Covers.Styles;

/// <summary>Tiles of quarter rounds, leaves and discs, as on a tiled wall.</summary>
internal static class GridCover
{
    private const int Side = 135;

    public static void Paint(SvgCanvas canvas, CoverRandom random)
    {
        var colors = random.Pick([.. CoverPalette.Day]);
        canvas.Add($"""<rect width="1200" height="675" fill="{colors.SkyTop}"/>""");
        canvas.Define($"""<path id="a" d="M0 0H135A135 135 0 0 1 0 135Z"/><path id="b" d="M0 0A135 135 0 0 1 135 135A135 135 0 0 1 0 0Z"/><circle id="c" cx="67.5" cy="67.5" r="46"/><path id="d" d="M0 0H135A67.5 67.5 0 0 1 0 0Z"/><g id="e" fill="none" stroke-width="9"><path d="M0 120A120 120 0 0 0 120 0M0 90A90 90 0 0 0 90 0M0 60A60 60 0 0 0 60 0M0 30A30 30 0 0 0 30 0"/></g>""");
        string[] inks =
        [
            colors.Near, colors.Accent, colors.Layer(0.45), colors.Layer(0.15), colors.SkyBottom,
            CoverPalette.Mix(colors.Accent, colors.Near, 0.5),
        ];
        string[] shapes = ["a", "a", "b", "b", "c", "d", "e"];
        for (var column = 0; column < 9; column++)
        {
            for (var row = 0; row < 5; row++)
            {
                var ground = random.Pick(inks);
                var ink = random.Pick(inks);
                ink = ink == ground ? colors.Light : ink;
                var shape = random.Pick(shapes);
                var turn = random.Between(0, 3) * 90;
                var paint = shape == "e" ? "stroke" : "fill";
                canvas.Add($"""<g transform="translate({(column * Side) - 8} {row * Side})">{Ground(random, ground)}<use href="#{shape}" {paint}="{ink}"{Turned(turn)}/></g>""");
            }
        }
    }

    private static string Ground(CoverRandom random, string color) =>
        random.Chance(55) ? $"<path d=\"M0 0H136V136H0Z\" fill=\"{color}\"/>" : "";

    private static string Turned(int degrees) => degrees == 0 ? "" : $" transform=\"rotate({degrees} 67.5 67.5)\"";
}
