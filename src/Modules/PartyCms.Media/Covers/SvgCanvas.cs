using System.Globalization;
using System.Text;

namespace PartyCms.Media.Covers;

/// <summary>Collects the markup of one picture of 1200 by 675 units.</summary>
internal sealed class SvgCanvas
{
    public const int Width = 1200;

    public const int Height = 675;

    private readonly StringBuilder _definitions = new();
    private readonly StringBuilder _shapes = new();

    /// <summary>Adds a shape on top of what is there.</summary>
    public void Add(FormattableString markup) => _shapes.Append(markup.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds something that shapes refer to.</summary>
    public void Define(FormattableString markup) => _definitions.Append(markup.ToString(CultureInfo.InvariantCulture));

    /// <summary>Defines a gradient from top to bottom of whatever it fills.</summary>
    public void Gradient(string id, string top, string bottom, double topOpacity = 1, double bottomOpacity = 1)
    {
        var above = topOpacity < 1 ? string.Create(CultureInfo.InvariantCulture, $" stop-opacity=\"{topOpacity}\"") : "";
        var below = bottomOpacity < 1 ? string.Create(CultureInfo.InvariantCulture, $" stop-opacity=\"{bottomOpacity}\"") : "";
        Define($"""<linearGradient id="{id}" x2="0" y2="1"><stop stop-color="{top}"{above}/><stop offset="1" stop-color="{bottom}"{below}/></linearGradient>""");
    }

    /// <summary>Defines a light that fades from its center to nothing.</summary>
    public void Glow(string id, string color, double strength) =>
        Define($"""<radialGradient id="{id}"><stop stop-color="{color}" stop-opacity="{strength}"/><stop offset="1" stop-color="{color}" stop-opacity="0"/></radialGradient>""");

    /// <summary>Fills the whole picture.</summary>
    public void Sky(string top, string bottom)
    {
        Gradient("sky", top, bottom);
        Add($"""<rect width="1200" height="675" fill="url(#sky)"/>""");
    }

    /// <summary>The sun or the moon with its halo.</summary>
    public void Sun(int x, int y, int radius, string color, double halo)
    {
        Glow("halo", color, halo);
        Add($"""<circle cx="{x}" cy="{y}" r="{radius * 3}" fill="url(#halo)"/><circle cx="{x}" cy="{y}" r="{radius}" fill="{color}"/>""");
    }

    /// <summary>The finished picture.</summary>
    public override string ToString() =>
        $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 675" width="1200" height="675"><defs>{_definitions}</defs>{_shapes}</svg>""";
}
