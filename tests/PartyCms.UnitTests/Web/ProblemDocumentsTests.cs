using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PartyCms.Web.Pipeline;

namespace PartyCms.UnitTests.Web;

public sealed class ProblemDocumentsTests
{
    [Theory]
    [InlineData(413, "/problems/too-large")]
    [InlineData(415, "/problems/unsupported-media-type")]
    public void A_refusal_by_the_server_has_the_type_of_ours(int status, string type)
    {
        var context = Refusal(status);

        ProblemDocuments.Complete(context);

        Assert.Equal(type, context.ProblemDetails.Type);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(405)]
    public void A_bare_refusal_says_what_to_do_and_keeps_its_type(int status)
    {
        var context = Refusal(status);

        ProblemDocuments.Complete(context);

        Assert.Equal("https://tools.ietf.org/html/rfc9110", context.ProblemDetails.Type);
        Assert.NotNull(context.ProblemDetails.Detail);
    }

    [Fact]
    public void A_refusal_for_want_of_a_sign_in_names_the_way_in()
    {
        var context = Refusal(401);

        ProblemDocuments.Complete(context);

        Assert.Equal("Cookie form-action=\"/account/login\"", context.HttpContext.Response.Headers.WWWAuthenticate);
    }

    [Fact]
    public void What_an_endpoint_said_stays()
    {
        var context = Refusal(413);
        context.ProblemDetails.Detail = "Said already.";

        ProblemDocuments.Complete(context);

        Assert.Equal("Said already.", context.ProblemDetails.Detail);
    }

    private static ProblemDetailsContext Refusal(int status) => new()
    {
        HttpContext = new DefaultHttpContext(),
        ProblemDetails = new ProblemDetails { Status = status, Type = "https://tools.ietf.org/html/rfc9110", Title = "Refused" },
    };
}
