using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyCms.Media.Files;

/// <summary>
/// Where a file stands below the media folder and below <c>/media/</c>: year, month, a hash, an extension. Nothing else
/// ever reaches the disk, so no request can leave the folder.
/// </summary>
internal sealed partial record MediaPath
{
    /// <summary>Characters of the hash that a name is made of: 128 bits, far beyond chance.</summary>
    public const int HashLength = 32;

    private MediaPath(string value, MediaType type)
    {
        Value = value;
        Type = type;
    }

    /// <summary>The path, such as <c>2026/09/0f…c4.jpg</c>.</summary>
    public string Value { get; }

    /// <summary>The kind its extension stands for.</summary>
    public MediaType Type { get; }

    /// <summary>The hash alone.</summary>
    public string Hash => Value[8..(8 + HashLength)];

    /// <summary>Key of a smaller variant of a picture.</summary>
    public string VariantOf(int width) =>
        string.Create(CultureInfo.InvariantCulture, $"variants/{Hash}-{width}.{Type.Extension}");

    /// <summary>Public address.</summary>
    public string Url => UrlOf(Value);

    public static string UrlOf(string path) => "/media/" + path;

    public static MediaPath For(DateOnly day, string sha256, MediaType type) => new(
        string.Create(CultureInfo.InvariantCulture, $"{day:yyyy/MM}/{sha256[..HashLength]}.{type.Extension}"), type);

    /// <summary>Reads what stands behind <c>/media/</c>; null where it is no such path.</summary>
    public static MediaPath? Parse(string? value) =>
        value is not null && Shape().Match(value) is { Success: true } match
        && MediaType.OfExtension(match.Groups[1].ValueSpan) is { } type
            ? new(value, type)
            : null;

    /// <summary>Every such path that a text holds, alone or within an address.</summary>
    public static IEnumerable<string> FindAll(string text) => Anywhere().Matches(text).Select(match => match.Value).Distinct();

    [GeneratedRegex(@"(?<![0-9a-zA-Z])[0-9]{4}/[0-9]{2}/[0-9a-f]{32}\.[a-z0-9]{3,4}(?![0-9a-zA-Z])")]
    private static partial Regex Anywhere();

    [GeneratedRegex(@"^[0-9]{4}/[0-9]{2}/[0-9a-f]{32}\.([a-z0-9]{3,4})\z")]
    private static partial Regex Shape();
}
