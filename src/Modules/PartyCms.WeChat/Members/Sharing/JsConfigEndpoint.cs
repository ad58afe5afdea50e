using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PartyCms.Kernel.Web;
using PartyCms.WeChat.Client.JsSdk;

namespace PartyCms.WeChat.Members.Sharing;

/// <summary>Signs a page of this site for WeChat's JavaScript. The ticket never leaves the server.</summary>
internal static partial class JsConfigEndpoint
{
    public static ProblemKind Unavailable { get; } = new(
        "wechat-unavailable", StatusCodes.Status503ServiceUnavailable, "WeChat cannot be reached or does not allow it",
        "微信没有给出签名用的票据：网络不通、额度用完，或者公众号没有这个权限。页面照常能看，只是分享时没有卡片。",
        "过几分钟再试；一直不行，请管理员到后台看公众号的连接检查。");

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/wechat/jsconfig", SignAsync).WithName("SignPageForWeChat").AllowAnonymous()
            .ExcludeFromDescription();

    private static async Task<Results<Ok<JsConfigResponse>, ProblemHttpResult>> SignAsync(
        string? url,
        HttpContext http,
        SignPage sign,
        PublicOrigin origins,
        IOptions<WeChatOptions> options,
        ILoggerFactory loggers,
        CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (!options.Value.HasApi)
        {
            return CommonProblems.NotFound.With("This site has no account at WeChat.");
        }

        if (!OwnPage.Is(url, origins.Of(http.Request), $"{http.Request.Scheme}://{http.Request.Host.ToUriComponent()}"))
        {
            return CommonProblems.Validation("url", "Give the address of a page of this site, without its fragment.");
        }

        var signature = await sign.RunAsync(url!, cancellationToken);
        if (!signature.IsOk)
        {
            LogNotSigned(
                loggers.CreateLogger(typeof(JsConfigEndpoint)), signature.Error.Code, signature.Error.Rid);
            return Unavailable.With("The page is not signed.");
        }

        var (appId, timestamp, nonce, text) = signature.Value;
        return TypedResults.Ok(new JsConfigResponse(appId, timestamp, nonce, text));
    }

    [LoggerMessage(1752, LogLevel.Warning, "WeChat gave no ticket to sign a page with: {Code} (rid {Rid})")]
    private static partial void LogNotSigned(ILogger logger, int? code, string? rid);
}

/// <summary>What a page hands to <c>wx.config</c>.</summary>
/// <param name="AppId">The account.</param>
/// <param name="Timestamp">In seconds since 1970, UTC.</param>
/// <param name="NonceStr">Went into the signature.</param>
/// <param name="Signature">40 hexadecimal digits.</param>
internal sealed record JsConfigResponse(string AppId, long Timestamp, string NonceStr, string Signature);
