using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace PartyCms.Learning.CheckIns;

/// <summary>Lets one account try a handful of codes a minute: enough to mistype, far too few to guess one of a million.</summary>
internal static class CheckInLimit
{
    public const string PolicyName = "check-in";

    private const int TriesAMinute = 6;

    public static void Add(RateLimiterOptions options) =>
        options.AddPolicy(PolicyName, http => HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "unknown", _ => new()
            {
                PermitLimit = TriesAMinute,
                Window = TimeSpan.FromMinutes(1),
            })
            : RateLimitPartition.GetNoLimiter("reading"));
}
