using System.Net;

namespace PartyCms.IntegrationTests.Api;

public sealed class ApiDescriptionTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_operation_has_a_name_a_summary_and_answers()
    {
        using var visitor = site.CreateVisitor();

        var document = await visitor.GetJsonAsync("/openapi/v1.json");
        var operations = document["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(operation => (Name: $"{operation.Key} {path.Key}", operation.Value)))
            .Where(operation => operation.Name.Contains("/api/content", StringComparison.Ordinal)
                || operation.Name.Contains("/api/queries", StringComparison.Ordinal)
                || operation.Name.Contains("/api/media", StringComparison.Ordinal)
                || operation.Name.Contains("/connect/", StringComparison.Ordinal)).ToList();

        Assert.Equal("3.1.1", (string?)document["openapi"]);
        Assert.True(operations.Count >= 10);
        Assert.All(operations, operation =>
        {
            Assert.False(string.IsNullOrEmpty((string?)operation.Value!["operationId"]), operation.Name);
            Assert.False(string.IsNullOrEmpty((string?)operation.Value["summary"]), operation.Name);
            Assert.True(operation.Value["responses"]!.AsObject().Any(answer => answer.Key.StartsWith('2')), operation.Name);
        });
    }

    [Fact]
    public async Task The_page_for_people_needs_no_token()
    {
        using var visitor = site.CreateVisitor();

        var page = await visitor.GetStringAsync("/docs/api/index.html", Cancel);

        Assert.Contains("swagger-ui", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/nope")]
    [InlineData("/connect/nope")]
    public async Task An_unknown_address_of_the_api_is_a_problem_not_a_page(string path)
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task The_secret_of_a_new_client_is_shown_once_and_works()
    {
        using var admin = await site.SignInAsync("admin");
        using var answer = await CmsFactory.PostFormAsync(admin, "/admin/api-clients", new()
        {
            ["DisplayName"] = "街道门户",
            ["ClientId"] = "street-portal",
            ["Role"] = "Secretary",
            ["OrgUnitId"] = (await site.BranchAsync("qinghe")).ToString(),
        }, "/admin/api-clients?handler=Create");
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        var secret = page.Split("<code class=\"user-select-all text-break\">")[1].Split('<')[0];

        using var client = await site.WithTokenAsync("street-portal", secret);
        var later = await admin.GetStringAsync("/admin/api-clients", Cancel);

        Assert.Contains("street-portal", later, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, later, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/content?take=1", Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_secretary_may_not_manage_clients()
    {
        using var secretary = await site.SignInAsync("secretary");

        using var answer = await secretary.GetAsync("/admin/api-clients", Cancel);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/error/403", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_client_id_is_told_beside_its_field()
    {
        using var admin = await site.SignInAsync("admin");

        using var answer = await CmsFactory.PostFormAsync(admin, "/admin/api-clients", new()
        {
            ["DisplayName"] = "重名",
            ["ClientId"] = "test-client",
            ["Role"] = "Secretary",
        }, "/admin/api-clients?handler=Create");

        Assert.Contains("这个编号已被使用", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }
}
