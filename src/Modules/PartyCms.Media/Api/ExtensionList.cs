using PartyCms.Media.Files;

namespace PartyCms.Media.Api;

/// <summary>A list such as <c>.jpg,.png</c> of a request.</summary>
internal static class ExtensionList
{
    /// <summary>The media types meant; null where every one is.</summary>
    public static IReadOnlyList<string>? Parse(string? extensions) => string.IsNullOrWhiteSpace(extensions)
        ? null
        : [.. extensions.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(extension => extension.TrimStart('.').ToLowerInvariant())
            .Select(extension => MediaType.OfExtension(extension is "jpeg" ? "jpg" : extension)?.ContentType)
            .OfType<string>().Distinct()];
}
