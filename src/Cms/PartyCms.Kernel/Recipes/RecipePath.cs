namespace PartyCms.Kernel.Recipes;

/// <summary>Paths of files inside an archive or a recipe's folder.</summary>
public static class RecipePath
{
    private const int MaxLength = 512;

    /// <summary>
    /// The path in plain form with forward slashes, or null where it is empty, rooted, too long or leads out of the
    /// folder at any point.
    /// </summary>
    public static string? Normalize(string path)
    {
        var slashed = path.Replace('\\', '/');
        if (slashed.Length is 0 or > MaxLength || slashed[0] == '/' || slashed.Contains(':', StringComparison.Ordinal)
            || slashed.Any(char.IsControl))
        {
            return null;
        }

        var segments = new List<string>();
        foreach (var segment in slashed.Split('/'))
        {
            switch (segment)
            {
                case "" or ".":
                    continue;
                case ".." when segments.Count == 0:
                    return null;
                case "..":
                    segments.RemoveAt(segments.Count - 1);
                    break;
                default:
                    segments.Add(segment);
                    break;
            }
        }

        return segments.Count == 0 ? null : string.Join('/', segments);
    }
}
