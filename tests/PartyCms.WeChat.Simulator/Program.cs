namespace PartyCms.WeChat.Simulator;

/// <summary>
/// Runs the simulator by itself: <c>dotnet run --project tests/PartyCms.WeChat.Simulator</c>, and after <c>--</c>
/// <c>--urls</c> with where to listen and <c>--site</c> with where the account's site is.
/// </summary>
internal static class Program
{
    public static async Task Main(string[] arguments)
    {
        var site = ValueOf(arguments, "--site") ?? "http://127.0.0.1:5080";
        await using var app = await SimulatorApp.StartAsync(new SimulatorOptions
        {
            Url = ValueOf(arguments, "--urls") ?? "http://127.0.0.1:5020",
            SiteUrl = site,
            SignInUrl = site + "/wechat/oauth?return=/me",
            CallbackUrl = site + "/wechat",
            SeedDemo = true,
        });
        Console.WriteLine($"WeChat is at {app.BaseAddress}, its account's site at {site}.");
        await app.WaitForShutdownAsync();
    }

    private static string? ValueOf(string[] arguments, string name) =>
        arguments.SkipWhile(argument => argument != name).Skip(1).FirstOrDefault()?.TrimEnd('/');
}
