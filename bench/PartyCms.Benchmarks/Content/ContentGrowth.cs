using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using PartyCms.Benchmarks.Pages;

namespace PartyCms.Benchmarks;

/// <summary>
/// How publishing, the content API and search grow with the number of articles: the published build as a process of its
/// own on SQLite with its acknowledged writes synced to disk, one client that sends one request after the other.
/// </summary>
[SuppressMessage("Security", "CA5394", Justification = "The requests must be the same in every run.")]
internal sealed class ContentGrowth(string folder, TextWriter output)
{
    private const int WarmUp = 100;

    private const int Requests = 400;

    private const string ClientId = "bench";

    private const string Secret = "bench-secret-0123456789-abcdef";

    private readonly string _data = Path.Combine(folder, "data");

    private readonly int _port = PublishedSite.FreePort();

    private string Database => Path.Combine(_data, "partycms.db");

    /// <summary>Runs the measurements for each number of articles and prints Markdown tables.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<int> sizes)
    {
        var folder = Directory.CreateTempSubdirectory("partycms-bench-").FullName;
        try
        {
            await new ContentGrowth(folder, Console.Out).MeasureAsync(sizes);
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task MeasureAsync(IReadOnlyList<int> sizes)
    {
        var program = await PublishedSite.PublishAsync(Path.Combine(folder, "site"));
        var text = new ArticleText(seed: 2026);
        var rows = new List<string>();
        var known = 0;
        string pattern;
        IReadOnlyList<string> branches;
        string labels;
        using (await StartAsync(program))
        {
            using var client = await SignInAsync();
            branches = await BranchesAsync();
            Substitutes.PatternBranchId = branches[0];
            pattern = await PublishAsync(
                client, new Article(ArticleStock.PatternTitle, ArticleStock.PatternSummary, ArticleStock.PatternHtml), branches[0]);
            labels = await LabelsAsync();
        }

        foreach (var size in sizes)
        {
            var watch = Stopwatch.StartNew();
            IReadOnlyList<(string Id, string Path)> items;
            await using (var stock = await ArticleStock.OpenAsync(Database, pattern, branches, labels))
            {
                await stock.AddAsync(text, known, size, new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));
                items = await stock.ItemsAsync();
            }

            known = size;
            await output.WriteLineAsync(Line($"{size:N0} articles in stock after {watch.Elapsed.TotalSeconds:0} s, database {new FileInfo(Database).Length / 1048576.0:N0} MiB"));
            using var site = await StartAsync(program);
            using var client = await SignInAsync();
            await CheckStockAsync(client, pattern, branches, labels, text, size);
            rows.AddRange(await MeasureAsync(client, size, items, branches, text));
        }

        await output.WriteLineAsync("\n| act | articles | median, ms | p95, ms | slowest, ms |\n|---|---:|---:|---:|---:|");
        foreach (var row in rows.OrderBy(row => row.Split('|')[1], StringComparer.Ordinal))
        {
            await output.WriteLineAsync(row);
        }

        await output.WriteLineAsync(Line($"\nLoad average of the machine at the end: {(await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0]}"));
    }

    private async Task<IReadOnlyList<string>> MeasureAsync(
        HttpClient client, int size, IReadOnlyList<(string Id, string Path)> items, IReadOnlyList<string> branches, ArticleText text)
    {
        var random = new Random(size);
        var words = text.QueryWords.ToList();
        var after = await CursorsAsync(client);
        var number = 10_000_000 + size;
        return
        [
            await TimeAsync("1 publish", size, () => PublishAsync(client, text.Next(number++), branches[random.Next(branches.Count)])),
            await TimeAsync("2 item by API", size, () => FetchAsync(client, "/api/content/" + items[random.Next(items.Count)].Id)),
            await TimeAsync("3 list by API, first page", size, () => FetchAsync(client, "/api/content?type=BranchNews&take=20")),
            await TimeAsync("4 list by API, any page", size, () => FetchAsync(
                client, "/api/content?type=BranchNews&take=20&after=" + after[random.Next(after.Count)])),
            await TimeAsync("5 list by API, one branch", size, () => FetchAsync(
                client, "/api/content?type=BranchNews&take=20&branch=" + branches[random.Next(branches.Count)])),
            await TimeAsync("6 article page, not cached", size, () => FetchAsync(client, "/" + items[random.Next(items.Count)].Path)),
            await TimeAsync("7 search, one of the 50 commonest words", size, () => SearchAsync(client, words[random.Next(50)])),
            await TimeAsync("8 search, any word of two characters", size, () => SearchAsync(client, words[random.Next(words.Count)])),
        ];
    }

    private async Task<string> TimeAsync(string act, int size, Func<Task> run)
    {
        await ReadThroughAsync();
        var times = new List<double>();
        for (var i = 0; i < WarmUp + Requests; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await run();
            if (i >= WarmUp)
            {
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        times.Sort();
        var row = Line($"| {act[2..]} | {size:N0} | {times[times.Count / 2]:0.0} | {times[(int)(times.Count * 0.95)]:0.0} | {times[^1]:0.0} |");
        Console.WriteLine(row);
        return row;
    }

    // What a site has just written stands in memory; some machines take it from those who do not use it for a while.
    private async Task ReadThroughAsync()
    {
        await using var file = File.OpenRead(Database);
        await file.CopyToAsync(Stream.Null);
    }

    // Rows made in bulk must be the rows that the site writes, or the figures would mean nothing.
    private async Task CheckStockAsync(
        HttpClient client, string pattern, IReadOnlyList<string> branches, string labels, ArticleText text, int size)
    {
        var article = text.Next(20_000_000 + size);
        var published = await PublishAsync(client, article, branches[0]);
        await using var stock = await ArticleStock.OpenAsync(Database, pattern, branches, labels);
        var differences = await stock.DifferencesAsync(article, published, new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero));
        if (differences.Count > 0)
        {
            throw new InvalidOperationException("Rows in stock are not what the site writes: " + string.Join("; ", differences));
        }
    }

    // Starting points of pages all over the list.
    private static async Task<IReadOnlyList<string>> CursorsAsync(HttpClient client)
    {
        var cursors = new List<string>();
        var path = "/api/content?type=BranchNews&take=100";
        for (var pages = 0; pages < 1_000; pages++)
        {
            var answer = await client.GetFromJsonAsync<JsonObject>(path);
            if ((string?)answer!["next"] is not { } next)
            {
                break;
            }

            cursors.Add(next);
            path = "/api/content?type=BranchNews&take=100&after=" + next;
        }

        return cursors;
    }

    private static async Task<string> PublishAsync(HttpClient client, Article article, string branch)
    {
        using var answer = await client.PostAsJsonAsync("/api/content", new JsonObject
        {
            ["ContentType"] = "BranchNews",
            ["DisplayText"] = article.Title,
            ["TitlePart"] = new JsonObject { ["Title"] = article.Title },
            ["HtmlBodyPart"] = new JsonObject { ["Html"] = article.Html },
            ["ArticlePart"] = new JsonObject { ["Summary"] = new JsonObject { ["Text"] = article.Summary } },
            ["PartyBranchPart"] = new JsonObject { ["BranchId"] = branch },
        });
        var body = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? (string)JsonNode.Parse(body)!["ContentItemId"]!
            : throw new InvalidOperationException($"{answer.StatusCode}: {body}");
    }

    private static Task SearchAsync(HttpClient client, string word) =>
        FetchAsync(client, "/api/search?take=10&q=" + Uri.EscapeDataString(word));

    private static async Task FetchAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }

        await answer.Content.ReadAsByteArrayAsync();
    }

    private Task<ServerProcess> StartAsync(string program) => ServerProcess.StartAsync(
        program, PublishedSite.Listen(_port), _port, "/health/ready", Environment());

    private Dictionary<string, string> Environment() => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Cms__DataPath"] = _data,
        ["Cms__Setup__Recipe"] = "demo",
        ["Cms__Setup__ApiClients__0__ClientId"] = ClientId,
        ["Cms__Setup__ApiClients__0__ClientSecret"] = Secret,
        ["Cms__Setup__ApiClients__0__Roles__0"] = "Administrator",
        ["Cms__RateLimits__ClientPerMinute"] = "0",
        ["Cms__RateLimits__AddressPerMinute"] = "0",
        ["DOTNET_gcServer"] = "0",
    };

    private async Task<HttpClient> SignInAsync()
    {
        var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_port}") };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = ClientId,
            ["client_secret"] = Secret,
        });
        using var answer = await client.PostAsync("/connect/token", form);
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonObject>())!["access_token"]!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)token!);
        return client;
    }

    private async Task<IReadOnlyList<string>> BranchesAsync() =>
        await ReadAsync("SELECT lower(Id) FROM organization_units WHERE Id IN (SELECT OrgUnitId FROM content_summaries) ORDER BY Id");

    private async Task<string> LabelsAsync() => (await ReadAsync(
        "SELECT Name || ' 支部动态 ' FROM organization_units WHERE Id IN (SELECT OrgUnitId FROM content_summaries) ORDER BY Id LIMIT 1"))[0];

    private async Task<IReadOnlyList<string>> ReadAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Database}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements stand above.
        command.CommandText = sql;
#pragma warning restore CA2100
        var values = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
