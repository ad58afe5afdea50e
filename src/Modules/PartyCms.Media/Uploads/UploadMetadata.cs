using System.Text;

namespace PartyCms.Media.Uploads;

/// <summary>Reads the header <c>Upload-Metadata</c> of tus: names, each with a value in base64, separated by commas.</summary>
internal static class UploadMetadata
{
    /// <summary>The pairs; null where the header is malformed.</summary>
    public static IReadOnlyDictionary<string, string>? Parse(string? header)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in (header ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = pair.IndexOf(' ', StringComparison.Ordinal) is var space and > 0
                ? (pair[..space], pair[(space + 1)..].Trim())
                : (pair, "");
            var bytes = new byte[value.Length];
            if (!Convert.TryFromBase64String(value, bytes, out var length) || !pairs.TryAdd(name, Encoding.UTF8.GetString(bytes, 0, length)))
            {
                return null;
            }
        }

        return pairs;
    }
}
