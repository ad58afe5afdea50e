namespace PartyCms.WeChat.Members.Sharing;

/// <summary>Which addresses the site signs for WeChat's JavaScript: those of its own pages and nobody else's.</summary>
internal static class OwnPage
{
    private const int MaxLength = 2000;

    /// <summary>
    /// Whether an address, as the page's script has it, is one of ours. Compared are scheme, host and port; WeChat signs
    /// the address letter by letter, so it is passed on as it came.
    /// </summary>
    /// <param name="address">With its query and without its fragment.</param>
    /// <param name="origins">Scheme, host and port that the site is reached by.</param>
    public static bool Is(string? address, params IEnumerable<string> origins) =>
        address is { Length: > 0 and <= MaxLength }
        && !address.Contains('#', StringComparison.Ordinal)
        && !address.Any(c => char.IsControl(c) || c is ' ' or '\\')
        && Uri.TryCreate(address, UriKind.Absolute, out var page)
        && page.UserInfo.Length == 0
        && origins.Any(origin => Uri.TryCreate(origin, UriKind.Absolute, out var own)
            && Uri.Compare(page, own, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0);
}
