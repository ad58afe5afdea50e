using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PartyCms.Kernel.Text;
using PartyCms.Kernel.Web;
using PartyCms.WeChat.Client.OAuth;

namespace PartyCms.WeChat.Members.SignIn;

/// <summary>
/// The way through WeChat by which a member is recognized without a question (<c>snsapi_base</c>). It is entered for an
/// act only, from a link that says so; everything public is read without it.
/// </summary>
internal static class OAuthEndpoints
{
    /// <summary>Where one is bound who came back and is not.</summary>
    public const string BindingPage = "/me/wechat";

    private const string Path = "/wechat/oauth";

    /// <summary>Where the way begins that leads to a page of this site.</summary>
    public static string AddressFor(string goal) => PublicPath.WithQuery(Path, "return", goal);

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var oauth = endpoints.MapGroup(Path).AllowAnonymous().ExcludeFromDescription()
            .AddEndpointFilter(HideWithoutRight);
        oauth.MapGet("", Begin).WithName("BeginWeChatSignIn").WithMetadata(new GetOnly());
        oauth.MapGet("/callback", ReturnAsync).WithName("ReturnFromWeChatSignIn").WithMetadata(new GetOnly());
    }

    private static RedirectHttpResult Begin(
        string? @return, HttpContext http, WebAuthorizationClient authorization, SealedCookie<PendingSignIn> pending,
        PublicOrigin origins)
    {
        var secret = OAuthState.NewSecret();
        pending.Write(http, new PendingSignIn(secret, LocalAddress.OrElse(@return, "/me")));
        http.Response.Headers.CacheControl = "no-store";
        var back = new Uri(origins.Of(http.Request) + Path + "/callback");
        return TypedResults.Redirect(
            authorization.AddressFor(back, OAuthState.Of(secret), withProfile: false).AbsoluteUri);
    }

    private static async Task<Results<RedirectHttpResult, BadRequest>> ReturnAsync(
        string? code, string? state, HttpContext http, SealedCookie<PendingSignIn> pendings,
        SealedCookie<WeChatVisitor> visitors, RecognizeVisitor recognize, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (pendings.Read(http.Request) is not { } pending || !OAuthState.Matches(state, pending.Secret))
        {
            // Somebody who goes back in the browser comes here again; who is signed in already need not be told.
            return http.User.Identity?.IsAuthenticated == true ? TypedResults.Redirect("/me") : TypedResults.BadRequest();
        }

        // Who refuses comes back without a code and reads on as a guest.
        if (string.IsNullOrEmpty(code))
        {
            pendings.Delete(http);
            return TypedResults.Redirect(pending.Return);
        }

        switch (await recognize.RunAsync(code, cancellationToken))
        {
            case Recognition.SignedIn:
                pendings.Delete(http);
                visitors.Delete(http);
                return TypedResults.Redirect(pending.Return);
            case Recognition.Unbound unbound:
                pendings.Delete(http);
                visitors.Write(http, unbound.Visitor);
                return TypedResults.Redirect(BindingPageFor(pending.Return));
            case Recognition.StandIn:
                return TypedResults.Redirect(BindingPage + "?state=snapshot");
            case Recognition.Locked:
                return TypedResults.Redirect(BindingPage + "?state=locked");
            default:
                return TypedResults.Redirect(http.User.Identity?.IsAuthenticated == true
                    ? pending.Return
                    : BindingPage + "?state=failed");
        }
    }

    private static string BindingPageFor(string goal) =>
        goal == BindingPage || goal.StartsWith(BindingPage + "?", StringComparison.Ordinal)
            ? BindingPage
            : PublicPath.WithQuery(BindingPage, "return", goal);

    private static ValueTask<object?> HideWithoutRight(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var options = context.HttpContext.RequestServices.GetRequiredService<IOptions<WeChatOptions>>().Value;
        return options.CanRecognizeMembers ? next(context) : ValueTask.FromResult<object?>(TypedResults.NotFound());
    }
}
