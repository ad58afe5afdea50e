using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace PartyCms.Learning.CheckIns;

/// <summary>Keeps the keys of check-in codes encrypted.</summary>
internal sealed class CheckInKeys(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("PartyCms.Learning.CheckIns.v1");

    public string New() => Convert.ToBase64String(_protector.Protect(CheckInCode.NewKey()));

    /// <summary>The key, or null where the keys that encrypted it are gone.</summary>
    public byte[]? Read(Gathering gathering)
    {
        try
        {
            return _protector.Unprotect(Convert.FromBase64String(gathering.ProtectedKey));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
