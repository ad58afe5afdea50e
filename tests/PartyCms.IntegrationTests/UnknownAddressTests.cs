using System.Net;

namespace PartyCms.IntegrationTests;

public sealed class UnknownAddressTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/no-such-page")]
    [InlineData("/no-such-file.db")]
    [InlineData("/admin/no-such-page")]
    [InlineData("/api/no-such-thing")]
    public async Task An_address_nobody_has_is_404_and_asks_nobody_to_sign_in(string path)
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task An_unknown_page_of_the_administration_leads_back_to_the_desk()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var visitor = site.CreateVisitor();

        using var known = await secretary.GetAsync("/admin/content/edit/nothing", Cancel);
        using var unknown = await visitor.GetAsync("/admin/no-such-page", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, known.StatusCode);
        Assert.Contains("href=\"/admin\" class=\"button\"", await known.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("回工作台", await unknown.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_method_that_an_address_does_not_know_is_405_and_names_those_it_knows()
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.DeleteAsync("/health/live", Cancel);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("GET", answer.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/connect/token", "POST")]
    [InlineData("/api/recipes", "POST")]
    public async Task Reading_an_address_of_the_api_that_only_takes_is_405_with_a_problem(string path, string allowed)
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal([allowed], answer.Content.Headers.Allow);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task An_id_of_the_wrong_form_stays_404()
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync("/api/webhooks/no-id", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("TRACE", "/b/qinghe")]
    [InlineData("TRACE", "/b/qinghe/news")]
    [InlineData("PUT", "/")]
    [InlineData("NONSENSE", "/search")]
    public async Task A_method_that_no_page_knows_is_405_on_all_pages(string method, string path)
    {
        using var visitor = site.CreateVisitor();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await visitor.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains("HEAD", answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_missing_page_is_404_whatever_the_method()
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.DeleteAsync("/no-such-page", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/feed.xml")]
    [InlineData("/sitemap.xml")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/lessons/today")]
    [InlineData("/news")]
    public async Task What_can_be_read_can_be_asked_for_its_head(string path)
    {
        using var visitor = site.CreateVisitor();
        using var request = new HttpRequestMessage(HttpMethod.Head, path);

        using var answer = await visitor.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }
}
