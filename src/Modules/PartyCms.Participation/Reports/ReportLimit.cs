using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace PartyCms.Participation.Reports;

/// <summary>Lets one address send a handful of reports a minute: enough for a person, too few for a flood.</summary>
internal static class ReportLimit
{
    public const string PolicyName = "report";

    public const int ReportsAMinute = 5;

    public static void Add(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(PolicyName, http => HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "unknown", _ => new()
            {
                PermitLimit = ReportsAMinute,
                Window = TimeSpan.FromMinutes(1),
            })
            : RateLimitPartition.GetNoLimiter("reading"));
    }
}
