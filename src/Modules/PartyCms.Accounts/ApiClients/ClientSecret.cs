using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PartyCms.Accounts.ApiClients;

/// <summary>
/// Secrets of API clients. Those made here are random and long; those given at set-up may be neither, so all are
/// stretched before they are stored.
/// </summary>
internal static class ClientSecret
{
    private const int Iterations = 100_000;

    private const int SaltLength = 16;

    private const int HashLength = 32;

    private static readonly string Decoy = Hash("no client has this secret");

    /// <summary>A new secret of 43 URL-safe characters, 256 bits.</summary>
    public static string New() =>
        Convert.ToBase64String(RandomNumberGenerator.GetBytes(HashLength)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>What is stored: iterations, salt and hash.</summary>
    public static string Hash(string secret)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Iterations}.{Convert.ToBase64String(salt)}.{Convert.ToBase64String(Stretch(secret, salt, Iterations))}");
    }

    /// <summary>Whether a secret is the stored one; takes as long for a wrong one.</summary>
    public static bool Verify(string secret, string stored)
    {
        var parts = stored.Split('.');
        var hash = Stretch(secret, Convert.FromBase64String(parts[1]), int.Parse(parts[0], CultureInfo.InvariantCulture));
        return CryptographicOperations.FixedTimeEquals(hash, Convert.FromBase64String(parts[2]));
    }

    /// <summary>Takes the time of a check without a client, so that the answer's delay does not tell which ids exist.</summary>
    public static void VerifyNothing(string secret) => Verify(secret, Decoy);

    private static byte[] Stretch(string secret, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(secret), salt, iterations, HashAlgorithmName.SHA256, HashLength);
}
