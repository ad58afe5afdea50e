using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace PartyCms.Benchmarks.Pages;

/// <summary>
/// Measures cached pages of the real site beside a bare Kestrel that sends the same bytes: in turn, in one run, server
/// on one core and client on the other, so that the ratio holds on a noisy machine.
/// </summary>
internal static partial class PageComparison
{
    private const int Rounds = 5;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    /// <summary>Runs the comparison and prints a Markdown table.</summary>
    public static async Task<int> RunAsync(int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("partycms-bench-").FullName;
        var web = await PublishedSite.PublishAsync(Path.Combine(folder, "site"));
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Cms__DataPath"] = Path.Combine(folder, "data"),
            ["Cms__Setup__Recipe"] = "demo",
            ["DOTNET_gcServer"] = "0",
        };
        try
        {
            var sitePort = PublishedSite.FreePort();
            using (var first = await ServerProcess.StartAsync(web, PublishedSite.Listen(sitePort), sitePort, "/health/ready", environment))
            {
                Console.WriteLine(Line($"First start, with the demo made: {first.StartedIn.TotalSeconds:0.00} s"));
            }

            using var site = await ServerProcess.StartAsync(web, PublishedSite.Listen(sitePort), sitePort, "/", environment);
            Console.WriteLine(Line($"Second start to the first page: {site.StartedIn.TotalSeconds:0.00} s"));
            Console.WriteLine(Line($"Resident memory after the first page: {site.ResidentMebibytes:0} MiB"));
            await CompareAsync(site, sitePort, folder, TimeSpan.FromSeconds(seconds));
            Console.WriteLine(Line($"\nResident memory at the end: {site.ResidentMebibytes:0} MiB"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CompareAsync(ServerProcess site, int sitePort, string folder, TimeSpan time)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{sitePort}"),
        };
        var list = await client.GetStringAsync("/news");
        var article = ArticleLink().Match(list).Groups[1].Value;
        (string Name, string Path)[] pages = [("home", "/"), ("list", "/news"), ("article", article)];
        string[] encodings = ["identity", "gzip"];

        var bytes = Directory.CreateDirectory(Path.Combine(folder, "bytes")).FullName;
        foreach (var (name, path) in pages)
        {
            foreach (var encoding in encodings)
            {
                await File.WriteAllBytesAsync(Path.Combine(bytes, $"{name}-{encoding}"), await FetchAsync(client, path, encoding));
            }
        }

        for (var views = 0; views < 1000; views++)
        {
            await FetchAsync(client, pages[views % pages.Length].Path, encodings[views % encodings.Length]);
        }

        Console.WriteLine(Line($"Resident memory after 1,000 page views: {site.ResidentMebibytes:0} MiB"));
        var barePort = PublishedSite.FreePort();
        using var bare = await ServerProcess.StartAsync(
            Path.Combine(AppContext.BaseDirectory, "PartyCms.Benchmarks.dll"),
            ["bare", barePort.ToString(CultureInfo.InvariantCulture), bytes], barePort, "/home-identity");

        // Long enough for the runtime to settle on its final code for every path that is measured.
        foreach (var (name, path) in pages)
        {
            await LoadGenerator.MeasureAsync(sitePort, path, "gzip", WarmUp);
            await LoadGenerator.MeasureAsync(barePort, $"/{name}-gzip", "gzip", WarmUp);
        }

        Console.WriteLine("\n| page | encoding | bytes | PartyCms, req/s | bare Kestrel, req/s | ratio (median of rounds) |");
        Console.WriteLine("|---|---|---:|---:|---:|---:|");
        foreach (var (name, path) in pages)
        {
            foreach (var encoding in encodings)
            {
                var rounds = new List<(double Site, double Bare)>();
                for (var round = 0; round < Rounds; round++)
                {
                    rounds.Add((
                        await LoadGenerator.MeasureAsync(sitePort, path, encoding, time),
                        await LoadGenerator.MeasureAsync(barePort, $"/{name}-{encoding}", encoding, time)));
                }

                var size = new FileInfo(Path.Combine(bytes, $"{name}-{encoding}")).Length;
                Console.WriteLine(Line(
                    $"| {name} | {encoding} | {size:N0} | {Median(rounds.Select(r => r.Site)):N0} | {Median(rounds.Select(r => r.Bare)):N0} | {Median(rounds.Select(r => r.Site / r.Bare)):0.00} |"));
            }
        }
    }

    private static async Task<byte[]> FetchAsync(HttpClient client, string path, string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("href=\"(/news/[^\"?]+)\"")]
    private static partial Regex ArticleLink();
}
