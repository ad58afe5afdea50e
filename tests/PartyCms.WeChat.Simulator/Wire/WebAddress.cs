namespace PartyCms.WeChat.Simulator.Wire;

/// <summary>Tells addresses of the web from others.</summary>
internal static class WebAddress
{
    public static bool Is(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);
}
