using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace PartyCms.Kernel.RateLimits;

/// <summary>Limits of forms that everybody may send: a handful a minute, while reading the page is free.</summary>
public static class PostLimits
{
    /// <summary>Adds a policy that answers 429 to more posts than allowed in a minute.</summary>
    /// <param name="options">Of the site.</param>
    /// <param name="policyName">As pages name it.</param>
    /// <param name="postsAMinute">At least 1.</param>
    /// <param name="whose">Who posts, such as the address; those of whom it tells nothing share one allowance.</param>
    public static void AddPostLimit(
        this RateLimiterOptions options, string policyName, int postsAMinute, Func<HttpContext, string?> whose)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(policyName, http => HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(whose(http) ?? "unknown", _ => new()
            {
                PermitLimit = postsAMinute,
                Window = TimeSpan.FromMinutes(1),
            })
            : RateLimitPartition.GetNoLimiter("reading"));
    }
}
