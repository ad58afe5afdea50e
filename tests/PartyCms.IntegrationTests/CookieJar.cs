using Microsoft.Net.Http.Headers;

namespace PartyCms.IntegrationTests;

/// <summary>
/// Keeps cookies as a browser would that lives by the site's clock. The one of <c>HttpClientHandler</c> lives by the
/// machine's, and would drop a sign-in whose days the site counts from another date.
/// </summary>
internal sealed class CookieJar : DelegatingHandler
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_cookies.Count > 0)
        {
            request.Headers.Add(HeaderNames.Cookie, string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues(HeaderNames.SetCookie, out var lines))
        {
            foreach (var cookie in SetCookieHeaderValue.ParseList([.. lines]))
            {
                Keep(cookie);
            }
        }

        return response;
    }

    // A site takes a cookie back by an empty value or by the first day of 1970.
    private void Keep(SetCookieHeaderValue cookie)
    {
        if (cookie.Value.Length == 0 || cookie.Expires == DateTimeOffset.UnixEpoch)
        {
            _cookies.Remove(cookie.Name.ToString());
        }
        else
        {
            _cookies[cookie.Name.ToString()] = cookie.Value.ToString();
        }
    }
}
