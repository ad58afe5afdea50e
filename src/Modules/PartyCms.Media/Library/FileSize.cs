using System.Globalization;

namespace PartyCms.Media.Library;

/// <summary>Sizes for people.</summary>
internal static class FileSize
{
    public static string Of(long bytes) => bytes >= 1024 * 1024
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.#} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, bytes / 1024)} KB");
}
