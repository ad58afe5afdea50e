using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using PartyCms.Accounts.Contracts;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Time;
using PartyCms.Kernel.Web;

namespace PartyCms.Learning.CheckIns;

/// <summary>What the code on the spot leads to, and what the page that shows it asks for every half minute.</summary>
internal static class CheckInEndpoints
{
    private const string Page = "/me/checkin";

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/checkin/{id:guid}/{code:length(6)}", ScanAsync).AllowAnonymous().ExcludeFromDescription()
            .WithMetadata(new GetOnly());
        endpoints.MapGet("/admin/checkins/{id:guid}/code", ShowAsync)
            .RequireAuthorization(LearningPermissions.HoldCheckIn).ExcludeFromDescription();
    }

    /// <summary>The address in a code.</summary>
    public static string AddressOf(string origin, Gathering gathering, string code) => $"{origin}/checkin/{gathering.Id:N}/{code}";

    // That the code was seen in time is kept in a sealed cookie, for signing in may take longer than the code lives. An
    // address that is passed on is of no use to who was not there.
    private static async Task<RedirectHttpResult> ScanAsync(
        Guid id, string code, HttpContext http, Gatherings gatherings, CheckInKeys keys, SealedCookie<SeenCode> seen, Caller caller,
        IEnumerable<ISignInWay> ways, SiteTime time, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        var gathering = await gatherings.FindScannedAsync(id, cancellationToken);
        if (gathering is null || gathering.StateAt(time.Now) != GatheringState.Open
            || keys.Read(gathering) is not { } key || !CheckInCode.IsShown(key, code, time.Now))
        {
            return TypedResults.LocalRedirect(Page + "?late=true");
        }

        seen.Write(http, new SeenCode(gathering.Id));

        // Inside of WeChat whoever comes is recognized on the way; nobody shall look for a button with a queue behind them.
        var way = caller.IsSignedIn ? null : ways.Select(offered => offered.For(http.Request, Page)).FirstOrDefault(link => link is not null);
        return TypedResults.LocalRedirect(way?.Href ?? Page);
    }

    private static async Task<Results<Ok<ShownCode>, NotFound>> ShowAsync(
        Guid id, HttpContext http, Gatherings gatherings, CheckInKeys keys, PublicOrigin origin, SiteTime time,
        CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        return await gatherings.FindAsync(id, cancellationToken) is { } gathering
            && ShownCode.Of(gathering, keys, origin.Of(http.Request), time.Now) is { } shown
                ? TypedResults.Ok(shown)
                : TypedResults.NotFound();
    }
}

/// <summary>Somebody held a telephone before the code of a gathering.</summary>
internal sealed record SeenCode(Guid GatheringId);

/// <summary>The code as it is shown now.</summary>
/// <param name="Code">Six digits.</param>
/// <param name="SecondsLeft">Until the next, 1 to 30.</param>
/// <param name="Size">Modules in a row of the drawing.</param>
/// <param name="Path">The drawing, as the path of an SVG.</param>
/// <param name="Present">How many have checked in.</param>
internal sealed record ShownCode(string Code, int SecondsLeft, int Size, string Path, int Present)
{
    /// <summary>Null while nobody may check in.</summary>
    public static ShownCode? Of(Gathering gathering, CheckInKeys keys, string origin, DateTimeOffset now)
    {
        if (gathering.StateAt(now) != GatheringState.Open || keys.Read(gathering) is not { } key)
        {
            return null;
        }

        var code = CheckInCode.At(key, now);
        var drawing = QrDrawing.Of(CheckInEndpoints.AddressOf(origin, gathering, code));
        return new ShownCode(code, CheckInCode.SecondsLeft(now), drawing.Size, drawing.Path, gathering.Present);
    }
}
