using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Text;

namespace PartyCms.IntegrationTests.Search;

/// <summary>What both engines promise. Runs on the engine that the factory was given.</summary>
public sealed class SearchIndexTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static readonly DateTimeOffset Now = new(2026, 9, 16, 4, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("蓝鲸灯塔")]
    [InlineData("灯塔")]
    [InlineData("灯")]
    [InlineData("藍鯨燈塔")]
    [InlineData("ｂｌｕｅ７")]
    [InlineData("BLUE7 灯塔")]
    [InlineData("\"灯塔\" * (")]
    public async Task A_query_finds_the_words_however_they_are_written(string query) =>
        Assert.Contains("w1", await FindAsync(query, Entry("w1", body: "港口的蓝鲸灯塔 Blue7 亮了。")));

    [Theory]
    [InlineData("灯鲸")]
    [InlineData("塔灯")]
    [InlineData("lue7")]
    [InlineData("灯塔灭了")]
    public async Task A_phrase_must_stand_as_it_is_asked(string query) =>
        Assert.DoesNotContain("w2", await FindAsync(query, Entry("w2", body: "港口的蓝鲸灯塔 Blue7 亮了。")));

    [Fact]
    public async Task A_phrase_does_not_run_from_one_field_into_the_next() =>
        Assert.DoesNotContain("w3", await FindAsync("石榴银杏", Entry("w3", title: "石榴", body: "银杏")));

    [Fact]
    public async Task A_title_counts_more_than_summary_labels_and_body() =>
        Assert.Equal(
            ["r4", "r3", "r2", "r1"],
            await FindAsync(
                "紫藤廊",
                Entry("r1", body: "紫藤廊"),
                Entry("r2", labels: "紫藤廊"),
                Entry("r3", summary: "紫藤廊"),
                Entry("r4", title: "紫藤廊")));

    [Fact]
    public async Task Of_equals_the_newer_comes_first() =>
        Assert.Equal(
            ["f2", "f1"],
            await FindAsync(
                "枇杷巷",
                Entry("f1", title: "枇杷巷") with { PublishedUtc = Now.AddYears(-2) },
                Entry("f2", title: "枇杷巷") with { PublishedUtc = Now.AddDays(-1) }));

    [Fact]
    public async Task A_replaced_entry_is_found_by_its_new_words_only()
    {
        Assert.Empty(await FindAsync("旧词语", Entry("u1", body: "旧词语"), Entry("u1", body: "新说法")));
        Assert.Equal(["u1"], await FindAsync("新说法", Entry("u1", body: "旧词语"), Entry("u1", body: "新说法")));
    }

    [Fact]
    public async Task A_removed_entry_is_not_found() =>
        await WithIndexAsync(async (db, index) =>
        {
            await index.PutAsync(db, Entry("x1", title: "要移走的"), TestContext.Current.CancellationToken);
            await index.RemoveAsync(db, "x1", TestContext.Current.CancellationToken);
            await index.RemoveAsync(db, "never-there", TestContext.Current.CancellationToken);

            Assert.Empty(await FindAsync(db, index, "要移走的", null));
            return true;
        });

    [Fact]
    public async Task Type_and_branch_narrow_the_hits()
    {
        var branch = Guid.CreateVersion7(Now);
        await WithIndexAsync(async (db, index) =>
        {
            await index.PutAsync(
                db, Entry("n1", title: "玉兰坡") with { ContentType = "Guide", OrgUnitId = branch }, TestContext.Current.CancellationToken);
            await index.PutAsync(db, Entry("n2", title: "玉兰坡"), TestContext.Current.CancellationToken);

            Assert.Equal(["n1"], await FindAsync(db, index, "玉兰坡", "Guide"));
            Assert.Equal(["n1"], await FindAsync(db, index, "玉兰坡", null, branch));
            return true;
        });
    }

    [Fact]
    public async Task A_page_holds_no_more_than_asked_and_tells_the_total() =>
        await WithIndexAsync(async (db, index) =>
        {
            for (var i = 0; i < 5; i++)
            {
                await index.PutAsync(db, Entry($"p{i}", title: "桂花弄"), TestContext.Current.CancellationToken);
            }

            var hits = await index.FindAsync(
                db, new SearchQuery(SearchText.ToMatchTokens("桂花弄"), null, null, 2, 2, Now), TestContext.Current.CancellationToken);

            Assert.Equal((5, 2), (hits.Total, hits.Hits.Count));
            return true;
        });

    [Fact]
    public async Task A_very_long_body_of_ever_new_words_is_taken() =>
        Assert.Contains("long", await FindAsync(
            "头一句",
            Entry("long", body: "头一句" + string.Concat(Enumerable.Range(0, 60_000).Select(i => (char)(0x4E00 + (i * 7 % 20_000)))))));

    private static SearchEntry Entry(string id, string title = "", string summary = "", string labels = "", string body = "") =>
        new(id, "BranchNews", null, Now, title, summary, labels, body);

    private static async Task<List<string>> FindAsync(CmsDbContext db, ISearchIndex index, string query, string? type, Guid? unit = null)
    {
        var hits = await index.FindAsync(
            db,
            new SearchQuery(SearchText.ToMatchTokens(query), type, unit, 0, 50, Now),
            TestContext.Current.CancellationToken);
        return [.. hits.Hits.Select(hit => hit.ContentItemId)];
    }

    private Task<List<string>> FindAsync(string query, params SearchEntry[] entries) => WithIndexAsync(async (db, index) =>
    {
        foreach (var entry in entries)
        {
            await index.PutAsync(db, entry, TestContext.Current.CancellationToken);
        }

        return await FindAsync(db, index, query, null);
    });

    // Nothing is committed: each test has the index of the demo to itself.
    private Task<T> WithIndexAsync<T>(Func<CmsDbContext, ISearchIndex, Task<T>> act) => site.WithServicesAsync(async services =>
    {
        var db = services.GetRequiredService<CmsDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        return await act(db, services.GetRequiredService<ISearchIndex>());
    });
}
