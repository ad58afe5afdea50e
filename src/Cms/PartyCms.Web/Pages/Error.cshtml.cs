using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PartyCms.Web.Pages;

/// <summary>Says in plain words what went wrong and where to go.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class ErrorModel : PageModel
{
    public string Heading { get; private set; } = "";

    public string Advice { get; private set; } = "";

    /// <summary>Whether the way back leads to the administration.</summary>
    public bool IsAdministration { get; private set; }

    // A form beyond the limit cannot be read, so its token cannot be found, and the fault looks like a wrong token.
    private bool IsTooLarge =>
        Request.ContentLength > HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;

    public void OnGet() => Show();

    public void OnPost() => Show();

    private void Show()
    {
        // Not bound: of a form that cannot be read, which may be the very fault to tell, nothing is bound at all.
        var code = int.TryParse(RouteData.Values["code"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 0;
        code = code == StatusCodes.Status400BadRequest && IsTooLarge ? StatusCodes.Status413PayloadTooLarge : code;
        IsAdministration = User.Identity?.IsAuthenticated == true
            && new PathString(HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath).StartsWithSegments("/admin");
        Response.StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        (Heading, Advice) = code switch
        {
            400 => ("这个请求看不懂", "请回到上一页，检查填写的内容后再试。"),
            401 or 403 => ("没有权限", "这一页需要相应的权限。如果需要使用，请联系本支部书记或管理员。"),
            404 when IsAdministration => ("没有找到这一页", "这条内容可能刚被删除或改过状态，或者您没有它的权限。请从工作台再找。"),
            404 => ("没有找到这一页", "网址可能写错了，或者内容已经移走。可以搜一搜，或回到首页。"),
            410 => ("这一页已经撤下", "内容不再公开。可以搜一搜，或回到首页。"),
            413 => ("内容太大", "上传的文件超过了限制，请压缩或分成几份再试。"),
            429 => ("操作太频繁", "请稍等一分钟再试。"),
            >= 500 => ("系统出了问题", "不是您的错。请稍后再试；如果一直这样，请告诉管理员。"),
            _ => ("暂时打不开", "请稍后再试。"),
        };
    }
}
