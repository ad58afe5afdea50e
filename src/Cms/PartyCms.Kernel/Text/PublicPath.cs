using System.Text;

namespace PartyCms.Kernel.Text;

/// <summary>
/// Paths of public pages as they stand in links. Everything but ASCII is percent-encoded, so the conversion of a page
/// to another script, which sees only text, never changes where a link leads.
/// </summary>
public static class PublicPath
{
    /// <summary>
    /// Path of the given segments from the root of the site: <c>Of("news", slug)</c> is <c>/news/%E4…</c>; without
    /// segments the root itself.
    /// </summary>
    /// <param name="segments">Segments as they are, not encoded; a slash in one is encoded too.</param>
    /// <exception cref="ArgumentException">A segment is empty, "." or "..": browsers drop those.</exception>
    public static string Of(params ReadOnlySpan<string> segments)
    {
        if (segments.IsEmpty)
        {
            return "/";
        }

        var path = new StringBuilder();
        foreach (var segment in segments)
        {
            if (segment is null or "" or "." or "..")
            {
                throw new ArgumentException($"\"{segment}\" cannot be a segment of a path.", nameof(segments));
            }

            path.Append('/').Append(Uri.EscapeDataString(segment));
        }

        return path.ToString();
    }

    /// <summary>The path with one more parameter in its query, encoded: <c>/search?q=%E5%85%9A</c>.</summary>
    /// <param name="path">An encoded path, with or without a query.</param>
    /// <param name="name">Name of the parameter, not encoded.</param>
    /// <param name="value">Its value, not encoded.</param>
    public static string WithQuery(string path, string name, string value)
    {
        ArgumentNullException.ThrowIfNull(path);
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return $"{path}{separator}{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}";
    }
}
