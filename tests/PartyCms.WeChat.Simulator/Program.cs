namespace PartyCms.WeChat.Simulator;

/// <summary>Runs the simulator by itself: <c>dotnet run --project tests/PartyCms.WeChat.Simulator</c>.</summary>
internal static class Program
{
    public static async Task Main(string[] arguments)
    {
        var url = arguments.SkipWhile(argument => argument != "--urls").ElementAtOrDefault(1) ?? "http://127.0.0.1:5020";
        await using var app = await SimulatorApp.StartAsync(new SimulatorOptions
        {
            Url = url,
            SiteUrl = "http://127.0.0.1:5080",
            CallbackUrl = "http://127.0.0.1:5080/wechat",
            SeedDemo = true,
        });
        Console.WriteLine($"WeChat is at {app.BaseAddress}");
        await app.WaitForShutdownAsync();
    }
}
