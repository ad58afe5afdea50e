using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace PartyCms.WeChat.Members.SignIn;

/// <summary>
/// A small cookie that only this site can write or read, and that counts for some minutes. It is sent along when WeChat
/// leads back here, and never to scripts.
/// </summary>
internal sealed class SealedCookie<T>(string name, TimeSpan life, IDataProtectionProvider protection, TimeProvider clock)
    where T : class
{
    private readonly IDataProtector _protector = protection.CreateProtector("PartyCms.WeChat.Members", name);

    public void Write(HttpContext http, T value)
    {
        var envelope = JsonSerializer.Serialize(new Envelope(clock.GetUtcNow().ToUnixTimeSeconds(), value));
        http.Response.Cookies.Append(name, _protector.Protect(envelope), Options(http));
    }

    /// <summary>Null where there is none, it is too old, or somebody else wrote it.</summary>
    public T? Read(HttpRequest request)
    {
        if (request.Cookies[name] is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            var envelope = JsonSerializer.Deserialize<Envelope>(_protector.Unprotect(text));
            var age = clock.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(envelope!.Written);
            return age >= -TimeSpan.FromMinutes(1) && age <= life ? envelope.Value : null;
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException)
        {
            return null;
        }
    }

    public void Delete(HttpContext http) => http.Response.Cookies.Delete(name, Options(http));

    private static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
        Path = "/",
    };

    private sealed record Envelope(long Written, T Value);
}
