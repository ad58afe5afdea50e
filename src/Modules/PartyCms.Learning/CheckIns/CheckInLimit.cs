using System.Security.Claims;
using Microsoft.AspNetCore.RateLimiting;
using PartyCms.Kernel.RateLimits;

namespace PartyCms.Learning.CheckIns;

/// <summary>Lets one account try a handful of codes a minute: enough to mistype, far too few to guess one of a million.</summary>
internal static class CheckInLimit
{
    public const string PolicyName = "check-in";

    private const int TriesAMinute = 6;

    public static void Add(RateLimiterOptions options) =>
        options.AddPostLimit(PolicyName, TriesAMinute, http => http.User.FindFirstValue(ClaimTypes.NameIdentifier));
}
