using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using PartyCms.IntegrationTests.Api;

namespace PartyCms.IntegrationTests.Security;

/// <summary>Characters and dates nobody types, which programs that look for weak places do send.</summary>
public sealed partial class OddInputTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/search?q=%00")]
    [InlineData("/search?q=%E5%85%9A%00%E5%BB%BA")]
    [InlineData("/news?after=8de1c0f0a000000-%00")]
    [InlineData("/api/search?q=a%00b")]
    [InlineData("/api/leaderboards/days?period=9999-12")]
    [InlineData("/api/leaderboards/credits?period=9999")]
    [InlineData("/api/lessons/0001-01-01")]
    [InlineData("/api/lessons/9999-12-31")]
    [InlineData("/lessons/9999-12-31")]
    [InlineData("/lessons?month=9999-12")]
    [InlineData("/media/2026/09/a.jpg?width=99999999999")]
    [InlineData("/api/search?q=a&year=99999999999")]
    [InlineData("/api/search?q=a&skip=2147483647")]
    [InlineData("/media/")]
    [InlineData("/display?return=%2F%E6%90%9C%E7%B4%A2")]
    public async Task An_odd_address_makes_no_page_fail(string address)
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync(address, Cancel);

        Assert.True(answer.StatusCode < HttpStatusCode.InternalServerError, answer.StatusCode.ToString());
    }

    // The framework itself refuses the character in a form of the usual kind, but takes it in the other kind.
    [Fact]
    public async Task The_null_character_in_a_form_makes_no_page_fail()
    {
        using var visitor = site.CreateVisitor();
        var html = await visitor.GetStringAsync("/account/login", Cancel);
        using var form = new MultipartFormDataContent
        {
            { new StringContent("a\0b"), "UserName" },
            { new StringContent("not-the-password"), "Password" },
            { new StringContent(Token().Match(html).Groups[1].Value), "__RequestVerificationToken" },
        };

        using var answer = await visitor.PostAsync("/account/login", form, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/admin/media/upload")]
    [InlineData("/admin/content/clean")]
    [InlineData("/admin/content/edit?type=BranchNews")]
    public async Task A_form_that_breaks_off_is_its_senders_fault(string address)
    {
        using var administrator = await site.SignInAsync("admin");

        using var answer = await administrator.PostAsync(address, BrokenForm(), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("/admin/content/edit?type=BranchNews")]
    [InlineData("/admin/content/edit?type=BranchNews&handler=nonsense")]
    [InlineData("/admin/organization?handler=nonsense")]
    public async Task A_form_for_no_handler_of_its_page_goes_nowhere(string address)
    {
        using var administrator = await site.SignInAsync("admin");

        using var answer = await CmsFactory.PostFormAsync(administrator, "/admin/content/edit?type=BranchNews", [], address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/api/media/Upload")]
    [InlineData("/api/recipes")]
    public async Task A_program_is_told_by_a_problem_that_its_form_breaks_off(string address)
    {
        using var client = await site.AdministratorAsync();

        using var answer = await client.PostAsync(address, BrokenForm(), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    private static ByteArrayContent BrokenForm()
    {
        var content = new ByteArrayContent("--cut\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhalf"u8.ToArray());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=cut");
        return content;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
