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
    public async Task Every_operation_that_is_not_for_everybody_tells_its_401_and_403_and_how_to_come_in()
    {
        using var visitor = site.CreateVisitor();

        var document = await visitor.GetJsonAsync("/openapi/v1.json");
        var refusing = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject())
            .Select(operation => operation.Value!.AsObject())
            .Where(operation => operation["responses"]!.AsObject().ContainsKey("403")).ToList();

        Assert.Contains(refusing, operation => (string?)operation["operationId"] == "GetMyLearning");
        Assert.Contains(refusing, operation => (string?)operation["operationId"] == "ApiAppendUpload");
        Assert.All(refusing, operation =>
        {
            Assert.True(operation["responses"]!.AsObject().ContainsKey("401"), (string?)operation["operationId"]);
            Assert.NotEmpty(operation["security"]!.AsArray());
        });
    }

    [Fact]
    public async Task A_head_beside_each_GET_is_not_described_again()
    {
        using var visitor = site.CreateVisitor();

        var document = await visitor.GetJsonAsync("/openapi/v1.json");

        Assert.Equal(["/api/media/uploads/{id}"], document["paths"]!.AsObject()
            .Where(path => path.Value!.AsObject().ContainsKey("head")).Select(path => path.Key));
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
}
