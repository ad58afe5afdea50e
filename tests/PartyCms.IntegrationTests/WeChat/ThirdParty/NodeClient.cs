using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartyCms.IntegrationTests.WeChat.ThirdParty;

/// <summary>Starts the scripts in <c>tests/wechat-clients</c>, which use clients that others wrote.</summary>
internal static class NodeClient
{
    /// <summary>What a script printed; a script that fails fails the test with its words.</summary>
    public static async Task<JsonNode> RunAsync(string script, object order)
    {
        using var process = Start(script, order);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, errors);
        return JsonNode.Parse(await output)!;
    }

    /// <summary>A script that goes on until it is killed.</summary>
    public static Process Start(string script, object order)
    {
        var folder = Path.Combine(RepositoryFolder.Root, "tests/wechat-clients");
        Assert.True(
            Directory.Exists(Path.Combine(folder, "node_modules/co-wechat-api")),
            $"The clients are missing; npm ci in {folder} installs them.");

        // Not in the sources: one client keeps its tokens in files where it is started.
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["NODE_NO_WARNINGS"] = "1";
        start.ArgumentList.Add(Path.Combine(folder, script));
        start.ArgumentList.Add(JsonSerializer.Serialize(order, JsonSerializerOptions.Web));
        return Process.Start(start)!;
    }
}
