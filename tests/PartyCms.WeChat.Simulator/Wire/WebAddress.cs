namespace PartyCms.WeChat.Simulator.Wire;

/// <summary>Tells addresses of the web from others.</summary>
internal static class WebAddress
{
    extension(Uri address)
    {
        public bool IsWeb() => address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps;
    }
}
