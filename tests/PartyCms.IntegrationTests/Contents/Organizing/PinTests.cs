using System.Net;
using System.Text.Json.Nodes;
using PartyCms.IntegrationTests.Api;

namespace PartyCms.IntegrationTests.Contents.Organizing;

public sealed class PinTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pinned_items_head_the_list_in_their_order_and_stand_nowhere_else()
    {
        using var client = await site.AdministratorAsync();
        using var reader = site.CreateVisitor();
        await PinAsync(client, "yunfan", "第二个置顶", 2, null);
        await PinAsync(client, "yunfan", "第一个置顶", 1, null);
        await client.SavedAsync(await site.NewsAsync("最新的一篇", "yunfan"));

        var pages = await AllPagesAsync(reader, "/b/yunfan/news");
        var first = pages[0];

        Assert.True(first.IndexOf("第一个置顶", StringComparison.Ordinal) < first.IndexOf("第二个置顶", StringComparison.Ordinal));
        Assert.True(first.IndexOf("第二个置顶", StringComparison.Ordinal) < first.IndexOf("最新的一篇", StringComparison.Ordinal));
        Assert.Equal(1, Count(string.Concat(pages), "第一个置顶"));
    }

    [Fact]
    public async Task A_pin_ends_with_its_day_on_a_page_that_was_cached()
    {
        using var client = await site.AdministratorAsync();
        using var reader = site.CreateVisitor();
        await PinAsync(client, "songlan", "只置顶到今天", 0, "2026-09-16");
        await client.SavedAsync(await site.NewsAsync("比它新", "songlan"));
        var before = await reader.GetStringAsync("/b/songlan/news", Cancel);

        site.Clock.Advance(TimeSpan.FromHours(13));
        var after = await reader.GetStringAsync("/b/songlan/news", Cancel);

        Assert.True(before.IndexOf("只置顶到今天", StringComparison.Ordinal) < before.IndexOf("比它新", StringComparison.Ordinal));
        Assert.True(after.IndexOf("比它新", StringComparison.Ordinal) < after.IndexOf("只置顶到今天", StringComparison.Ordinal));
        Assert.DoesNotContain("置顶</span>", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_pins_never_hide_what_is_new()
    {
        using var client = await site.AdministratorAsync();
        using var reader = site.CreateVisitor();
        for (var n = 1; n <= 5; n++)
        {
            await PinAsync(client, "muge", $"置顶之{n}", n, null);
        }

        await client.SavedAsync(await site.NewsAsync("新鲜事", "muge"));

        var html = await reader.GetStringAsync("/b/muge/news", Cancel);

        Assert.True(html.IndexOf("置顶之3", StringComparison.Ordinal) < html.IndexOf("新鲜事", StringComparison.Ordinal));
        Assert.True(html.IndexOf("新鲜事", StringComparison.Ordinal) < html.IndexOf("置顶之4", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_last_day_that_is_no_date_is_refused()
    {
        using var client = await site.AdministratorAsync();
        var item = await site.NewsAsync("置顶到哪天");
        item["ArticlePart"]!["PinnedUntil"] = new JsonObject { ["Value"] = "明天" };

        using var answer = await client.SaveAsync(item);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static int Count(string html, string text) => html.Split(text).Length - 1;

    private async Task PinAsync(HttpClient client, string branch, string title, int order, string? until)
    {
        var item = await site.NewsAsync(title, branch);
        item["ArticlePart"]!["Summary"] = new JsonObject { ["Text"] = "摘要" };
        item["ArticlePart"]!["Pinned"] = new JsonObject { ["Value"] = true };
        item["ArticlePart"]!["PinnedOrder"] = new JsonObject { ["Value"] = order };
        item["ArticlePart"]!["PinnedUntil"] = new JsonObject { ["Value"] = until };
        await client.SavedAsync(item);
    }

    private static async Task<List<string>> AllPagesAsync(HttpClient reader, string href)
    {
        var pages = new List<string>();
        var next = (string?)href;
        while (next is not null)
        {
            var html = await reader.GetStringAsync(next, Cancel);
            pages.Add(html);
            var at = html.IndexOf(href + "?after=", StringComparison.Ordinal);
            next = at < 0 ? null : html[at..html.IndexOf('"', at)];
        }

        return pages;
    }
}
