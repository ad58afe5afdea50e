using System.Text;
using Microsoft.Extensions.Primitives;

namespace PartyCms.Accounts.ApiClients;

/// <summary>A token request as RFC 6749 has it: parameters in a form body, credentials there or in a Basic header.</summary>
internal sealed record TokenForm(string GrantType, string ClientId, string ClientSecret, string Scope, bool IsBasic)
{
    private const string Basic = "Basic ";

    /// <summary>Longest client id or secret that is looked at.</summary>
    private const int LongestCredential = 512;

    /// <summary>Reads the request; a fault is the sentence for <c>error_description</c>.</summary>
    public static async Task<(TokenForm? Form, string? Fault)> ReadAsync(HttpRequest http, CancellationToken cancellationToken)
    {
        if (!http.HasFormContentType)
        {
            return (null, "Send the parameters as application/x-www-form-urlencoded.");
        }

        IFormCollection form;
        try
        {
            form = await http.ReadFormAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or BadHttpRequestException or IOException)
        {
            return (null, "The form cannot be read.");
        }

        if (form.FirstOrDefault(field => field.Value.Count > 1).Key is { } twice)
        {
            return (null, $"The parameter '{twice}' is sent twice.");
        }

        var header = http.Headers.Authorization.ToString();
        var basic = Credentials(header);
        if (basic is null && header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase))
        {
            return (null, "The Basic credentials cannot be read.");
        }

        if (basic is not null && !StringValues.IsNullOrEmpty(form["client_secret"]))
        {
            return (null, "Send the credentials once, in the header or in the body.");
        }

        var (id, secret) = basic ?? (form["client_id"].ToString(), form["client_secret"].ToString());
        return id.Length > LongestCredential || secret.Length > LongestCredential
            ? (null, "The credentials are too long.")
            : (new TokenForm(form["grant_type"].ToString(), id, secret, form["scope"].ToString(), basic is not null), null);
    }

    // Id and secret are form-encoded before they are joined and put into Base64 (RFC 6749 2.3.1).
    private static (string Id, string Secret)? Credentials(string header)
    {
        if (!header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Basic.Length..].Trim(), bytes, out var length))
        {
            return null;
        }

        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = pair.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (Decode(pair[..colon]), Decode(pair[(colon + 1)..]));
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
