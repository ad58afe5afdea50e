using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace PartyCms.Accounts.ApiClients;

/// <summary>What an access token says; to its bearer it is opaque.</summary>
/// <param name="ClientRowId">Id of the <see cref="ApiClient" />.</param>
/// <param name="Generation">Generation of the secret it was fetched with.</param>
/// <param name="IssuedUtc">When it was issued.</param>
internal sealed record ApiToken(string ClientRowId, int Generation, DateTimeOffset IssuedUtc)
{
    /// <summary>How long a token lasts.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public bool IsExpired(DateTimeOffset now) => now >= IssuedUtc + Lifetime;
}

/// <summary>
/// Writes and reads access tokens with the site's own keys, so that every node reads what any node wrote. The instant
/// stands inside, because the site's clock decides when a token has expired.
/// </summary>
internal sealed class ApiTokenFormat(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("PartyCms.ApiToken.v1");

    public string Write(ApiToken token)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture, $"{token.ClientRowId} {token.Generation} {token.IssuedUtc.UtcTicks}");
        return Base64Url.EncodeToString(_protector.Protect(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The token, or null where the text is none of ours.</summary>
    public ApiToken? Read(string text)
    {
        try
        {
            var parts = Encoding.UTF8.GetString(_protector.Unprotect(Base64Url.DecodeFromChars(text))).Split(' ');
            return new ApiToken(
                parts[0],
                int.Parse(parts[1], CultureInfo.InvariantCulture),
                new DateTimeOffset(long.Parse(parts[2], CultureInfo.InvariantCulture), TimeSpan.Zero));
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException)
        {
            return null;
        }
    }
}
