using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using PartyCms.IntegrationTests.Api;

namespace PartyCms.IntegrationTests.Crash;

/// <summary>
/// The site is killed in the middle of its work, again and again, and started anew on what it left: nothing it
/// acknowledged is lost, and nothing is half done. The moments come from a seed, which a failure names.
/// </summary>
[SuppressMessage("Security", "CA5394", Justification = "The moments must be the same for the same seed.")]
public sealed partial class KillTests(ITestOutputHelper output)
{
    private const int Kills = 44;

    private const int KillsDuringSetup = 6;

    private const int Writers = 3;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_at_any_moment_the_site_loses_nothing_it_acknowledged_and_leaves_nothing_half_done()
    {
        var seed = Seed();
        await using var place = await CrashPlace.FromDemoAsync();
        var random = new Random(seed);
        var writers = Enumerable.Range(0, Writers).Select(number => new CrashWriter($"{(char)('a' + number)}", seed + number)).ToList();
        using var jar = new CookieJar { InnerHandler = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false } };
        AuthenticationHeaderValue? token = null;
        var pageToken = "";
        for (var kill = 0; kill <= Kills; kill++)
        {
            await using var site = place.Start();
            using var client = new HttpClient(jar, disposeHandler: false) { BaseAddress = await site.WhenReadyAsync(Cancel) };
            if (token is null)
            {
                (token, pageToken) = await SignInAsync(client);
            }

            client.DefaultRequestHeaders.Authorization = token;
            Assert.Empty(await place.Database.FaultsAsync());
            await CheckFilesAsync(place);
            foreach (var writer in writers)
            {
                await writer.CheckAsync(client, place.Database);
            }

            if (kill < Kills)
            {
                var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                var acts = writers.Select(writer => writer.RunAsync(client, pageToken, begun)).ToList();
                if (kill % 2 == 0)
                {
                    // Every other kill hits a site that has warmed up; the rest may hit the very first act.
                    await Task.WhenAny(begun.Task, Task.WhenAll(acts));
                }

                // The moment of the kill is itself what is drawn by chance; nothing is waited for.
                await Task.Delay(random.Next(1, 250), Cancel);
                await site.KillAsync();
                await Task.WhenAll(acts);
            }
        }

        var acknowledged = writers.Sum(writer => writer.Acknowledged);
        output.WriteLine($"seed {seed}: {Kills} kills, {acknowledged} acts acknowledged");
        Assert.True(acknowledged >= Kills / 2, $"Only {acknowledged} acts got through; the kills hit an idle site.");
    }

    [Fact]
    public async Task Killed_during_set_up_the_next_start_sets_up_the_whole_site()
    {
        var seed = Seed();
        var random = new Random(seed);
        await using var place = await CrashPlace.EmptyAsync();
        for (var kill = 0; kill < KillsDuringSetup; kill++)
        {
            await using var site = place.Start();
            var watch = Stopwatch.StartNew();
            await Task.WhenAny(site.WhenReadyAsync(Cancel), Task.Delay(random.Next(300, 3_000), Cancel));
            await site.KillAsync();
            output.WriteLine($"seed {seed}: killed after {watch.ElapsedMilliseconds} ms");
        }

        await using (var site = place.Start())
        {
            await site.WhenReadyAsync(Cancel);
        }

        await using var demo = await CrashPlace.FromDemoAsync();
        Assert.Empty(await place.Database.FaultsAsync());
        Assert.Equal(await CountsAsync(demo.Database), await CountsAsync(place.Database));
    }

    private static async Task<string> CountsAsync(CrashDatabase database)
    {
        string[] tables = ["content_items", "content_summaries", "search_documents"];
        var counts = new List<string>();
        foreach (var table in tables)
        {
            counts.Add($"{table} {await database.CountAsync($"SELECT count(*) FROM {table}")}");
        }

        return string.Join(", ", counts);
    }

    // A row without its file would be a picture that cannot be shown; a file without a row is one nobody can find or delete.
    private static async Task CheckFilesAsync(CrashPlace place)
    {
        var rows = (await place.Database.ReadAsync("""SELECT "Path", "Size", "Sha256" FROM media_files""")).ToDictionary(
            row => (string)row[0], row => (Size: Convert.ToInt64(row[1], System.Globalization.CultureInfo.InvariantCulture), Hash: (string)row[2]));
        var root = Path.Combine(place.Folder, "media");
        foreach (var (path, (size, hash)) in rows.Where(row => row.Value.Size > 100_000))
        {
            var content = await File.ReadAllBytesAsync(Path.Combine(root, path), Cancel);
            Assert.Equal((size, hash), (content.LongLength, Convert.ToHexStringLower(SHA256.HashData(content))));
        }

        var stray = Directory.Exists(root)
            ? Directory.GetFiles(root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file))
                .Where(path => MediaName().IsMatch(path) && !rows.ContainsKey(path))
            : [];
        Assert.Empty(stray);
    }

    private static async Task<(AuthenticationHeaderValue Token, string PageToken)> SignInAsync(HttpClient client)
    {
        using (await CmsFactory.PostFormAsync(
            client, "/account/login", new() { ["UserName"] = "secretary", ["Password"] = CmsFactory.DemoPassword }))
        {
        }

        var page = await client.GetStringAsync("/admin/content/edit?type=BranchNews", Cancel);
        using var answer = await client.TokenAsync(new()
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "test-client",
            ["client_secret"] = "test-client-secret-1234567890",
        });
        answer.EnsureSuccessStatusCode();
        var token = (string)(await answer.JsonAsync())["access_token"]!;
        return (new AuthenticationHeaderValue("Bearer", token), PageToken().Match(page).Groups[1].Value);
    }

    private int Seed()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("PARTYCMS_CRASH_SEED"), out var given)
            ? given
            : RandomNumberGenerator.GetInt32(int.MaxValue);
        output.WriteLine($"PARTYCMS_CRASH_SEED={seed}");
        return seed;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex PageToken();

    [GeneratedRegex(@"^[0-9]{4}/[0-9]{2}/[0-9a-f]+\.[a-z0-9]+$")]
    private static partial Regex MediaName();
}
