using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace PartyCms.Kernel.Web;

/// <summary>
/// A small cookie that only this site can write or read, and that counts for some minutes. It is sent along when WeChat
/// or another sign-in leads back here, and never to scripts.
/// </summary>
/// <param name="name">Of the cookie; what one cookie sealed, no other can be taken for.</param>
/// <param name="life">How long it counts.</param>
/// <param name="protection">Seals.</param>
/// <param name="clock">Tells its age.</param>
public sealed class SealedCookie<T>(string name, TimeSpan life, IDataProtectionProvider protection, TimeProvider clock)
    where T : class
{
    private readonly IDataProtector _protector = protection.CreateProtector("PartyCms.SealedCookie.v1", name);

    /// <summary>Gives the reader the cookie, in place of the one they had.</summary>
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

    /// <summary>Takes it back.</summary>
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
