using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.IntegrationTests.Api;
using PartyCms.Kernel.Data;

namespace PartyCms.IntegrationTests.Data;

/// <summary>
/// Every statement behind a public page or a reading of the API finds its rows by an index: none reads a table that grows
/// with the years from end to end, and none sorts what an index could have given in order.
/// </summary>
public sealed partial class QueryPlanTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    /// <summary>Tables with a row for each article, file, member, record or act; the others stay as small as the organization.</summary>
    private static readonly string[] Growing =
    [
        "content_items", "content_summaries", "content_tombstones", "search_documents", "media_files", "audit_events",
        "outbox_messages", "organization_members",
    ];

    /// <summary>What module tables are small, by prefix: set up once, and never a row for each act of somebody.</summary>
    private static readonly string[] GrowingModules = ["learning_", "disclosure_", "participation_", "activities_", "webhooks_", "media_"];

    /// <summary>
    /// One row for each member who agreed to be named, of whom the board takes all, and a handful of addresses that are
    /// told of every event.
    /// </summary>
    private static readonly string[] ReadWhole = ["learning_board_consents", "webhooks_subscriptions"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_reading_by_everybody_reads_a_growing_table_from_end_to_end()
    {
        using var recorded = new RecordedQueries(site);
        using var visitor = site.CreateVisitor();
        using var client = await site.AdministratorAsync();
        foreach (var address in await AddressesAsync(visitor, recorded))
        {
            recorded.Address = address;
            using var answer = await (address.StartsWith("/api/content", StringComparison.Ordinal) ? client : visitor).GetAsync(address, Cancel);
            Assert.True((int)answer.StatusCode < 400, $"{address}: {answer.StatusCode}");
        }

        // The last is what the engine is asked for when nothing can match.
        var queries = recorded.Queries.Where(query => query.IsQuery && !query.Sql.EndsWith("WHERE 0", StringComparison.Ordinal)).ToList();
        Assert.True(queries.Count > 30, $"Only {queries.Count} statements were seen.");
        var faults = new List<string>();
        foreach (var query in queries)
        {
            var steps = await site.WithServicesAsync(
                services => RecordedQueries.PlanAsync(services.GetRequiredService<CmsDbContext>(), query, Cancel));
            faults.AddRange(steps.Where(step => IsFault(step, query, steps))
                .Select(step => $"{query.Address}: {step}\n{query.Sql}\n"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private async Task<IReadOnlyList<string>> AddressesAsync(HttpClient visitor, RecordedQueries recorded)
    {
        var branch = await site.BranchAsync("qinghe");
        var lists = new List<string>
        {
            "/", "/news", "/guides", "/disclosures", "/lessons", "/courses", "/leaderboard", "/b/qinghe", "/b/qinghe/news", "/b/qinghe/disclosures",
            "/search?q=支部", "/search?q=安全&type=BranchNews", "/feed.xml", "/b/qinghe/feed.xml", "/sitemap.xml", "/lessons/today",
            "/api/search?q=支部", "/api/search?q=学习&branch=qinghe", "/api/lessons/today", "/api/leaderboards/days",
        };
        var all = new List<string>(lists);
        foreach (var list in lists.Where(address => !address.Contains("api", StringComparison.Ordinal)))
        {
            recorded.Address = list;
            var links = Link().Matches(await visitor.GetStringAsync(list, Cancel)).Select(link => System.Net.WebUtility.HtmlDecode(link.Groups[1].Value));
            all.AddRange(links.Where(link => !link.StartsWith("/_", StringComparison.Ordinal) && !link.StartsWith("/account", StringComparison.Ordinal)
                    && !link.StartsWith("/display", StringComparison.Ordinal))
                .DistinctBy(link => Word().Replace(link, "x")).Take(12));
        }

        var answer = await (await site.AdministratorAsync()).GetJsonAsync("/api/content?type=BranchNews&take=2");
        var id = (string)answer["items"]![0]!["ContentItemId"]!;
        var next = (string)answer["next"]!;
        return
        [
            .. all.Distinct(StringComparer.Ordinal), $"/news/{id}", $"/api/content/{id}", $"/api/content/{id}/versions",
            .. new[]
            {
                "", "type=BranchNews", $"type=BranchNews&after={next}", $"after={next}", $"type=BranchNews&branch={branch}",
                $"branch={branch}&after={next}", $"type=BranchNews&branch={branch}&after={next}",
            }.Select(query => "/api/content?take=2&" + query),
        ];
    }

    private static bool IsFault(string step, Recorded query, IReadOnlyList<string> plan)
    {
        if (CmsFactory.PostgreSql is not null)
        {
            return SequentialScan().Match(step) is { Success: true } scan && IsGrowing(scan.Groups[1].Value);
        }

        var tables = Table().Matches(query.Sql).ToDictionary(match => match.Groups[2].Value, match => match.Groups[1].Value, StringComparer.Ordinal);
        if (Scan().Match(step) is { Success: true } whole)
        {
            // In the order of an index and with an end, a scan stops after a page.
            var name = whole.Groups[1].Value;
            var isPaged = whole.Groups[2].Success && query.Sql.Contains("LIMIT", StringComparison.Ordinal);
            return IsGrowing(tables.GetValueOrDefault(name, name)) && !isPaged;
        }

        return step.StartsWith("USE TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal)
            && query.Sql.Contains("LIMIT", StringComparison.Ordinal)
            && First().Match(plan[0]) is { Success: true } first
            && tables.GetValueOrDefault(first.Groups[1].Value) == "content_summaries";
    }

    private static bool IsGrowing(string table) => !ReadWhole.Contains(table) && (
        Growing.Contains(table) || GrowingModules.Any(prefix => table.StartsWith(prefix, StringComparison.Ordinal)));

    [GeneratedRegex("href=\"(/[^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("(?<=[/=])[^/?&=]{8,}")]
    private static partial Regex Word();

    [GeneratedRegex("(?:FROM|JOIN) \"([a-z_]+)\" AS \"?([a-z0-9]+)\"?")]
    private static partial Regex Table();

    [GeneratedRegex("^SCAN ([a-z0-9_]+)( USING (?:COVERING )?INDEX)?")]
    private static partial Regex Scan();

    [GeneratedRegex("^(?:SCAN|SEARCH) ([a-z0-9_]+)")]
    private static partial Regex First();

    [GeneratedRegex("Seq Scan on ([a-z_]+)")]
    private static partial Regex SequentialScan();
}
