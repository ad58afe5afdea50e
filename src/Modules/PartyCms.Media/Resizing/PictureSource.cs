using PartyCms.Media.Covers;
using PartyCms.Media.Files;

namespace PartyCms.Media.Resizing;

/// <summary>What stands behind the address of a picture: a stored file, or a cover that is drawn on request.</summary>
/// <param name="File">The stored file.</param>
/// <param name="Drawing">The drawing as SVG.</param>
internal sealed record PictureSource(MediaPath? File, string? Drawing)
{
    private const string Root = "/media/";

    private const string Covers = "covers/";

    private const string Drawn = ".svg";

    /// <summary>Null for everything that is no picture address of this site.</summary>
    public static PictureSource? Of(string address)
    {
        if (!address.StartsWith(Root, StringComparison.Ordinal))
        {
            return null;
        }

        var path = address[Root.Length..];
        if (MediaPath.Parse(path) is { } file)
        {
            return new PictureSource(file, null);
        }

        if (!path.StartsWith(Covers, StringComparison.Ordinal) || !path.EndsWith(Drawn, StringComparison.Ordinal))
        {
            return null;
        }

        return CoverArt.Find(path[Covers.Length..^Drawn.Length]) is { } drawing ? new PictureSource(null, drawing) : null;
    }
}
