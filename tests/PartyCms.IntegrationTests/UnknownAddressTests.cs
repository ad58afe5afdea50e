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
}
