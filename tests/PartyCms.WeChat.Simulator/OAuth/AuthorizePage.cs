using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PartyCms.WeChat.Simulator.Accounts;
using PartyCms.WeChat.Simulator.Followers;

namespace PartyCms.WeChat.Simulator.OAuth;

/// <summary>
/// The page through which a person's browser goes when the site wants to know who they are. The phone says who they
/// are by a cookie; without one the page asks.
/// </summary>
internal sealed class AuthorizePage(SimulatedWeChat world)
{
    /// <summary>Holds the openid of the person whose phone was used last.</summary>
    public const string PersonCookie = "simulated-person";

    private const string Path = "/connect/oauth2/authorize";

    private static readonly string[] Order = ["appid", "redirect_uri", "response_type", "scope", "state"];
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    public void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Path, Show);
        endpoints.MapPost(Path, DecideAsync).DisableAntiforgery();
    }

    private IResult Show(HttpRequest request)
    {
        if (FaultOf(request.Query) is { } fault)
        {
            return Page("无法打开", $"<p>{Html.Encode(fault)}</p>");
        }

        var openId = request.Query["openid"].ToString() is { Length: > 0 } chosen
            ? chosen
            : request.Cookies[PersonCookie] ?? "";
        if (world.Followers.Find(openId) is not { } person)
        {
            return Page("以谁的身份打开？", ListPeople(request));
        }

        return request.Query["scope"] == "snsapi_base"
            ? Results.Redirect(Return(request.Query, person.OpenId))
            : Page("申请获取你的昵称、头像", Consent(request, person));
    }

    private async Task<IResult> DecideAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (FaultOf(request.Query) is not null || world.Followers.Find(form["openid"].ToString()) is not { } person)
        {
            return Results.BadRequest();
        }

        return form["agree"] == "1"
            ? Results.Redirect(Return(request.Query, person.OpenId))
            : Page("已拒绝", "<p>你没有同意，页面已关闭。</p>");
    }

    /// <summary>WeChat compares the link with its own pattern: an unusual order of parameters is refused.</summary>
    private string? FaultOf(IQueryCollection query)
    {
        var order = query.Keys.Where(Order.Contains).ToList();
        if (!Order.Where(query.ContainsKey).SequenceEqual(order) || Order.Take(4).Any(name => !query.ContainsKey(name)))
        {
            return "链接参数有误或顺序不对（10002）";
        }

        if (query["appid"] != world.Account.AppId)
        {
            return "AppID 参数错误（10012）";
        }

        if (query["response_type"] != "code" || query["scope"].ToString() is not ("snsapi_base" or "snsapi_userinfo"))
        {
            return "Scope 参数错误（10004）";
        }

        if (!world.Account.MayUse(Path, Permission.VerifiedService))
        {
            return "该公众号没有网页授权权限（10005）";
        }

        var state = query["state"].ToString();
        if (state.Length > 128 || !state.All(char.IsAsciiLetterOrDigit))
        {
            return "state 参数只能是 128 个以内的字母和数字（10002）";
        }

        return Uri.TryCreate(query["redirect_uri"], UriKind.Absolute, out var target)
            && (world.OAuth.Hosts.Count == 0 || world.OAuth.Hosts.Contains(target.Host, StringComparer.OrdinalIgnoreCase))
            ? null
            : "redirect_uri 域名与后台配置不一致（10003）";
    }

    private string Return(IQueryCollection query, string openId)
    {
        var target = query["redirect_uri"].ToString();
        var code = world.OAuth.IssueCode(openId, query["scope"].ToString());
        return $"{target}{(target.Contains('?', StringComparison.Ordinal) ? '&' : '?')}code={code}&state={query["state"]}";
    }

    private string ListPeople(HttpRequest request)
    {
        var links = world.Followers.All.Select(person =>
        {
            var url = $"{Path}{request.QueryString}&openid={Uri.EscapeDataString(person.OpenId)}";
            return $"""<li><a href="{Html.Encode(url)}">{Html.Encode(person.Nickname)}</a></li>""";
        });
        return $"<ul>{string.Concat(links)}</ul>";
    }

    private string Consent(HttpRequest request, Follower person) => $"""
        <p>{Html.Encode(world.Account.Name)} 想知道：{Html.Encode(person.Nickname)}</p>
        <form method="post" action="{Html.Encode(Path + request.QueryString)}">
          <input type="hidden" name="openid" value="{Html.Encode(person.OpenId)}">
          <button name="agree" value="1">允许</button>
          <button name="agree" value="0">拒绝</button>
        </form>
        """;

    private static IResult Page(string title, string content) => Results.Content(
        $"""
        <!doctype html>
        <html lang="zh-Hans"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Html.Encode(title)}</title><link rel="stylesheet" href="/phone/page.css">
        <main class="plain"><h1>{Html.Encode(title)}</h1>{content}</main></html>
        """,
        "text/html; charset=utf-8");
}
