using Microsoft.AspNetCore.RateLimiting;
using PartyCms.Kernel.RateLimits;

namespace PartyCms.Participation.Reports;

/// <summary>Lets one address send a handful of reports a minute: enough for a person, too few for a flood.</summary>
internal static class ReportLimit
{
    public const string PolicyName = "report";

    public const int ReportsAMinute = 5;

    public static void Add(RateLimiterOptions options) =>
        options.AddPostLimit(PolicyName, ReportsAMinute, http => http.Connection.RemoteIpAddress?.ToString());
}
