using Microsoft.AspNetCore.Http.HttpResults;
using PartyCms.Kernel.Data;

namespace PartyCms.Web.Pipeline;

/// <summary>Tells a supervisor whether the process lives and whether it can answer.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        var health = endpoints.MapGroup("/health").AllowAnonymous().ExcludeFromDescription();
        health.MapGet("/live", Live).WithName("HealthLive");
        health.MapGet("/ready", Ready).WithName("HealthReady");
    }

    private static Ok<Health> Live() => TypedResults.Ok(new Health("live"));

    private static async Task<Results<Ok<Health>, JsonHttpResult<Health>>> Ready(CmsDbContext db, CancellationToken cancellationToken) =>
        await db.Database.CanConnectAsync(cancellationToken)
            ? TypedResults.Ok(new Health("ready"))
            : TypedResults.Json(new Health("database unreachable"), statusCode: StatusCodes.Status503ServiceUnavailable);

    internal sealed record Health(string Status);
}
