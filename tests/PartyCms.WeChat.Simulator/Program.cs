namespace PartyCms.WeChat.Simulator;

/// <summary>
/// Runs the simulator by itself: <c>dotnet run --project tests/PartyCms.WeChat.Simulator</c>, and after <c>--</c>
/// <c>--urls</c> with where to listen and <c>--site</c> with where the account's site is.
/// </summary>
internal static class Program
{
    /// <returns>0, or 1 where it cannot listen.</returns>
    public static async Task<int> Main(string[] arguments)
    {
        var options = OptionsOf(arguments);
        if (await TryStartAsync(options) is not { } app)
        {
            return 1;
        }

        await using (app)
        {
            Console.WriteLine($"WeChat is at {app.BaseAddress}, its account's site at {options.SiteUrl}.");
            await app.WaitForShutdownAsync();
        }

        return 0;
    }

    private static async Task<SimulatorApp?> TryStartAsync(SimulatorOptions options)
    {
        try
        {
            return await SimulatorApp.StartAsync(options);
        }
        catch (IOException exception)
        {
            await Console.Error.WriteLineAsync($"Cannot listen at {options.Url}; choose another address by --urls. {exception.Message}");
            return null;
        }
    }

    private static SimulatorOptions OptionsOf(string[] arguments)
    {
        var site = ValueOf(arguments, "--site") ?? "http://127.0.0.1:5080";
        return new SimulatorOptions
        {
            Url = ValueOf(arguments, "--urls") ?? "http://127.0.0.1:5020",
            SiteUrl = site,
            SignInUrl = site + "/wechat/oauth?return=/me",
            CallbackUrl = site + "/wechat",
            SeedDemo = true,
        };
    }

    private static string? ValueOf(string[] arguments, string name) =>
        arguments.SkipWhile(argument => argument != name).Skip(1).FirstOrDefault()?.TrimEnd('/');
}
