using System.Diagnostics;
using System.Text.Json.Nodes;

namespace PartyCms.IntegrationTests.Api;

public sealed class OpenApiTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_obeys_the_schema_of_OpenAPI_3_1()
    {
        using var visitor = site.CreateVisitor();
        var document = await visitor.GetStringAsync("/openapi/v1.json", Cancel);

        var said = await ValidateAsync(document);

        Assert.Equal("OpenAPI 3.1", said.Trim());
    }

    [Fact]
    public async Task The_validator_finds_a_fault()
    {
        using var visitor = site.CreateVisitor();
        var document = JsonNode.Parse(await visitor.GetStringAsync("/openapi/v1.json", Cancel))!;
        document["paths"]!["/api/content"]!["get"]!["responses"] = "wrong";

        Assert.Contains("/paths/~1api~1content/get/responses", await ValidateAsync(document.ToJsonString()), StringComparison.Ordinal);
    }

    private static async Task<string> ValidateAsync(string document)
    {
        using var node = Process.Start(new ProcessStartInfo("node", "tests/PartyCms.IntegrationTests/Api/validate-openapi.mjs")
        {
            WorkingDirectory = RepositoryFolder.Root,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var said = node.StandardOutput.ReadToEndAsync(Cancel);
        var complaint = node.StandardError.ReadToEndAsync(Cancel);
        await node.StandardInput.WriteAsync(document);
        node.StandardInput.Close();
        await node.WaitForExitAsync(Cancel);
        Assert.True(node.ExitCode == 0, await complaint);
        return await said;
    }
}
