using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Text;

namespace PartyCms.IntegrationTests.Search;

/// <summary>What both engines promise. Runs on the engine that the factory was given.</summary>
public sealed class SearchIndexTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static readonly DateTimeOffset Now = new(2026, 9, 16, 4, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("蓝鲸灯塔")]
    [InlineData("灯塔")]
    [InlineData("灯")]
    [InlineData("藍鯨燈塔")]
    [InlineData("ｂｌｕｅ７")]
    [InlineData("BLUE7 灯塔")]
    [InlineData("\"灯塔\" * (")]
    [InlineData("“灯塔 BLUE7”")]
    [InlineData("7月 灯")]
    [InlineData("2025年")]
    [InlineData("第3期")]
    public async Task A_query_finds_the_words_however_they_are_written(string query) =>
        Assert.Contains("w1", await FindAsync(query, Entry("w1", body: "港口的蓝鲸灯塔 Blue7 亮了。2025年7月，第3期。")));

    [Theory]
    [InlineData("灯鲸")]
    [InlineData("塔灯")]
    [InlineData("lue7")]
    [InlineData("灯塔灭了")]
    [InlineData("“灯塔 亮了”")]
    [InlineData("2025月")]
    [InlineData("第7")]
    [InlineData("年 25")]
    [InlineData("_tBranchNews")]
    [InlineData("_y2026")]
    public async Task A_phrase_must_stand_as_it_is_asked(string query) =>
        Assert.DoesNotContain("w2", await FindAsync(query, Entry("w2", body: "港口的蓝鲸灯塔 Blue7 亮了。2025年7月，第3期。")));

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
    public async Task Where_thousands_match_titles_come_first_and_of_them_those_that_begin_with_the_word() =>
        await WithIndexAsync(async (db, index) =>
        {
            await PutAsync(
                db,
                index,
                Entry("t1", title: "梧桐路") with { PublishedUtc = Now.AddYears(-3) },
                Entry("t2", title: "走过梧桐路") with { PublishedUtc = Now.AddYears(-1) },
                Entry("t3", body: "梧桐路") with { PublishedUtc = Now.AddYears(-2) },
                Entry("t4", body: "梧桐路"),
                Entry("t5", title: "枫杨路"));

            var query = new SearchQuery(SearchTerms.Parse("梧桐路"), SearchFilter.None, 0, 10, Now);
            Assert.Equal(["t1", "t2", "t4", "t3"], await index.FindAsync(db, query, 100_000, Cancellation));
            Assert.Equal(["t4", "t3"], await index.FindAsync(db, query with { Skip = 2 }, 100_000, Cancellation));
            return true;
        });

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
            await PutAsync(db, index, Entry("x1", title: "要移走的"));
            await index.RemoveAsync(db, "x1", Cancellation);
            await index.RemoveAsync(db, "never-there", Cancellation);

            Assert.Equal(0, await index.CountAsync(db, SearchTerms.Parse("要移走的"), SearchFilter.None, Cancellation));
            return true;
        });

    [Fact]
    public async Task An_entry_whose_day_changes_is_found_once() =>
        Assert.Equal(
            ["d1"],
            await FindAsync("换了日子", Entry("d1", title: "换了日子"), Entry("d1", title: "换了日子") with { PublishedUtc = Now.AddYears(-9) }));

    [Theory]
    [InlineData("Guide", false, null, "n1")]
    [InlineData(null, true, null, "n1")]
    [InlineData(null, false, 2019, "n3")]
    [InlineData("BranchNews", false, 2026, "n2")]
    [InlineData("Notice", false, null, "")]
    [InlineData("Guide", true, 2019, "")]
    public async Task Type_branch_and_year_narrow_the_hits(string? type, bool inBranch, int? year, string expected)
    {
        var branch = Guid.CreateVersion7(Now);
        var filter = new SearchFilter(type, inBranch ? branch : null, year);
        await WithIndexAsync(async (db, index) =>
        {
            await PutAsync(
                db,
                index,
                Entry("n1", title: "玉兰坡") with { ContentType = "Guide", OrgUnitId = branch },
                Entry("n2", title: "玉兰坡"),
                Entry("n3", title: "玉兰坡") with { Year = 2019 });

            var terms = SearchTerms.Parse("玉兰坡");
            string[] ids = expected.Length == 0 ? [] : [expected];
            Assert.Equal(ids, await index.FindAsync(db, new SearchQuery(terms, filter, 0, 10, Now), 3, Cancellation));
            Assert.Equal(ids, await index.FindAsync(db, new SearchQuery(terms, filter, 0, 10, Now), 1_000_000, Cancellation));
            Assert.Equal(ids.Length, await index.CountAsync(db, terms, filter, Cancellation));
            return true;
        });
    }

    [Fact]
    public async Task Hits_are_grouped_by_type_branch_and_year() =>
        await WithIndexAsync(async (db, index) =>
        {
            var branch = Guid.CreateVersion7(Now);
            await PutAsync(
                db,
                index,
                Entry("g1", title: "木槿湾") with { OrgUnitId = branch },
                Entry("g2", title: "木槿湾") with { OrgUnitId = branch },
                Entry("g3", title: "木槿湾") with { ContentType = "Guide", Year = 2019 });

            var groups = await index.GroupAsync(db, SearchTerms.Parse("木槿湾"), Cancellation);

            Assert.Equal(
                [new SearchGroup("Guide", null, 2019, 1), new SearchGroup("BranchNews", branch, 2026, 2)],
                groups.OrderBy(group => group.Count));
            return true;
        });

    [Fact]
    public async Task A_page_holds_no_more_than_asked() =>
        await WithIndexAsync(async (db, index) =>
        {
            await PutAsync(db, index, [.. Enumerable.Range(0, 5).Select(i => Entry($"p{i}", title: "桂花弄"))]);

            var terms = SearchTerms.Parse("桂花弄");
            var all = await index.FindAsync(db, new SearchQuery(terms, SearchFilter.None, 0, 50, Now), 5, Cancellation);
            var page = await index.FindAsync(db, new SearchQuery(terms, SearchFilter.None, 2, 2, Now), 5, Cancellation);

            Assert.Equal(5, all.Count);
            Assert.Equal(all.Skip(2).Take(2), page);
            return true;
        });

    [Fact]
    public async Task Of_a_very_common_word_a_title_comes_first_and_then_the_newest() =>
        await WithIndexAsync(async (db, index) =>
        {
            await PutAsync(
                db,
                index,
                Entry("c1", title: "石竹岭") with { PublishedUtc = Now.AddYears(-3) },
                Entry("c2", body: "石竹岭，还有石竹岭") with { PublishedUtc = Now.AddYears(-2) },
                Entry("c3", body: "石竹岭，还有石竹岭"),
                Entry("c4", body: "别的"));

            Assert.Equal(
                ["c1", "c3", "c2"],
                await index.FindAsync(
                    db, new SearchQuery(SearchTerms.Parse("石竹岭"), SearchFilter.None, 0, 50, Now), 1_000_000, Cancellation));
            return true;
        });

    [Fact]
    public async Task What_holds_most_of_the_terms_is_found_with_the_rarest_first() =>
        await WithIndexAsync(async (db, index) =>
        {
            await PutAsync(
                db,
                index,
                Entry("m1", body: "芙蓉 栀子"),
                Entry("m2", body: "芙蓉 杜鹃"),
                Entry("m3", body: "芙蓉"),
                Entry("m4", body: "杜鹃 芙蓉 茉莉"),
                Entry("m5", body: "杜鹃"));

            var terms = SearchTerms.Cut(SearchTerms.Parse("芙蓉 栀子 杜鹃 海棠"));

            var found = await index.FindMostAsync(db, new SearchQuery(terms, SearchFilter.None, 0, 10, Now), Cancellation);
            Assert.Equal("m1", found[0].ContentItemId);
            Assert.Equal(["m1", "m2", "m4"], found.Select(near => near.ContentItemId).Order());
            Assert.Empty(await index.FindMostAsync(
                db, new SearchQuery(terms, new SearchFilter("Guide"), 0, 10, Now), Cancellation));
            return true;
        });

    [Fact]
    public async Task A_title_counts_by_its_characters_where_not_all_terms_need_to_be_found() =>
        await WithIndexAsync(async (db, index) =>
        {
            await PutAsync(
                db,
                index,
                Entry("h1", title: "榫卯收支", body: "学榫卯"),
                Entry("h2", title: "榫卯：学几天", body: "别的"),
                Entry("h3", title: "榫卯收支", body: "别的"));

            var terms = SearchTerms.Cut(SearchTerms.Parse("学榫卯"));

            var found = await index.FindMostAsync(db, new SearchQuery(terms, SearchFilter.None, 0, 10, Now), Cancellation);
            Assert.Equal(["h1", "h2", "h3"], found.Select(near => near.ContentItemId));
            return true;
        });

    [Fact]
    public async Task Of_titles_the_one_that_begins_with_the_word_comes_first() =>
        Assert.Equal(
            ["b1", "b2"],
            await FindAsync("鹧鸪寨", Entry("b1", title: "鹧鸪寨三日"), Entry("b2", title: "三日鹧鸪寨")));

    [Fact]
    public async Task A_title_counts_more_than_a_short_text_that_repeats_the_word() =>
        Assert.Equal(
            ["k1", "k2"],
            await FindAsync(
                "鸬鹚埠",
                Entry("k1", title: "去鸬鹚埠", body: string.Concat(Enumerable.Repeat("别的事情说了很多。", 60))),
                Entry("k2", summary: "鸬鹚埠和鸬鹚埠", body: "鸬鹚埠")));

    [Theory]
    [InlineData("攀藤", "t1 t2")]
    [InlineData("攀", "t1 t2")]
    [InlineData("wist", "t2")]
    [InlineData("攀藤長亭", "t1")]
    [InlineData("花下客", "")]
    public async Task Titles_are_found_while_they_are_typed(string typed, string expected) =>
        await WithIndexAsync(async (db, index) =>
        {
            await PutAsync(
                db, index, Entry("t1", title: "攀藤长亭", body: "花下客"), Entry("t2", title: "攀藤 Wisteria"), Entry("t3", body: "攀藤"));

            var found = await index.FindTitlesAsync(db, SearchTerms.Parse(typed), isLastOpen: true, 10, Cancellation);

            Assert.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries), found.Order());
            return true;
        });

    [Fact]
    public async Task More_entries_of_one_day_than_the_day_has_rows_are_all_kept() =>
        await WithIndexAsync(async (db, index) =>
        {
            await PutAsync(db, index, [.. Enumerable.Range(0, 1_100).Select(i => Entry($"many{i}", title: "槭树苑"))]);

            Assert.Equal(1_100, await index.CountAsync(db, SearchTerms.Parse("槭树苑"), SearchFilter.None, Cancellation));
            return true;
        });

    [Fact]
    public async Task A_very_long_body_of_ever_new_words_is_taken() =>
        Assert.Contains("long", await FindAsync(
            "头一句",
            Entry("long", body: "头一句" + string.Concat(Enumerable.Range(0, 60_000).Select(i => (char)(0x4E00 + (i * 7 % 20_000)))))));

    private static SearchEntry Entry(string id, string title = "", string summary = "", string labels = "", string body = "") =>
        new(id, "BranchNews", null, Now, 2026, title, summary, labels, body);

    private static async Task PutAsync(CmsDbContext db, ISearchIndex index, params SearchEntry[] entries)
    {
        foreach (var entry in entries)
        {
            await index.PutAsync(db, entry, Cancellation);
        }
    }

    private Task<IReadOnlyList<string>> FindAsync(string query, params SearchEntry[] entries) => WithIndexAsync(async (db, index) =>
    {
        await PutAsync(db, index, entries);
        return await index.FindAsync(
            db, new SearchQuery(SearchTerms.Parse(query), SearchFilter.None, 0, 50, Now), entries.Length, Cancellation);
    });

    // Nothing is committed: each test has the index of the demo to itself.
    private Task<T> WithIndexAsync<T>(Func<CmsDbContext, ISearchIndex, Task<T>> act) => site.WithServicesAsync(async services =>
    {
        var db = services.GetRequiredService<CmsDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        return await act(db, services.GetRequiredService<ISearchIndex>());
    });
}
