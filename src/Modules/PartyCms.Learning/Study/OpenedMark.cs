using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PartyCms.Kernel.Time;

namespace PartyCms.Learning.Study;

/// <summary>
/// A sealed note in the page that says who opened which lesson when. It measures reading without JavaScript, and
/// reading a page writes nothing.
/// </summary>
internal sealed class OpenedMark(IDataProtectionProvider protection, SiteTime time)
{
    private static readonly TimeSpan LongestReading = TimeSpan.FromHours(12);

    private readonly IDataProtector _protector = protection.CreateProtector("PartyCms.Learning.OpenedMark");

    public string Write(Guid memberId, string contentItemId) =>
        _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{memberId:N} {contentItemId} {time.Now.UtcTicks}"));

    /// <summary>Time since the page was opened; nothing where the mark is missing, foreign, broken or too old.</summary>
    public TimeSpan Read(string? mark, Guid memberId, string contentItemId)
    {
        if (string.IsNullOrEmpty(mark))
        {
            return TimeSpan.Zero;
        }

        try
        {
            var fields = _protector.Unprotect(mark).Split(' ');
            var since = time.Now - new DateTimeOffset(long.Parse(fields[^1], CultureInfo.InvariantCulture), TimeSpan.Zero);
            var isOurs = fields[0] == memberId.ToString("N") && fields[1] == contentItemId;
            return isOurs && since > TimeSpan.Zero && since <= LongestReading ? since : TimeSpan.Zero;
        }
        catch (CryptographicException)
        {
            return TimeSpan.Zero;
        }
    }
}
