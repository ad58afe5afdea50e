using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using PartyCms.Web.Pages;

namespace PartyCms.UnitTests.Web;

public sealed class ErrorPageTests
{
    [Theory]
    [InlineData(99, 400, "这个请求看不懂")]
    [InlineData(101, 413, "内容太大")]
    public void A_form_beyond_the_limit_is_told_as_too_large_and_no_riddle(int length, int status, string heading)
    {
        var http = new DefaultHttpContext { Request = { ContentLength = length } };
        http.Features.Set<IHttpMaxRequestBodySizeFeature>(new Limit { MaxRequestBodySize = 100 });
        var route = new RouteData(new RouteValueDictionary { ["code"] = "400" });
        var page = new ErrorModel
        {
            PageContext = new PageContext(new ActionContext(http, route, new CompiledPageActionDescriptor(), new ModelStateDictionary())),
        };

        page.OnPost();

        Assert.Equal((status, heading), (http.Response.StatusCode, page.Heading));
    }

    private sealed class Limit : IHttpMaxRequestBodySizeFeature
    {
        public bool IsReadOnly => true;

        public long? MaxRequestBodySize { get; set; }
    }
}
