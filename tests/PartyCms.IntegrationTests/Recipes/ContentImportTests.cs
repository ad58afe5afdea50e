using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.IntegrationTests.Api;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using static PartyCms.IntegrationTests.Recipes.RecipeSite;

namespace PartyCms.IntegrationTests.Recipes;

/// <summary>The version semantics of imported content, as clients of the field know them, over HTTP.</summary>
public sealed class ContentImportTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_version_takes_the_place_of_the_old_one()
    {
        using var client = await BeginAsync("c1");
        var changed = Post("c1", "新版本", "c1-new", "posts/c1");

        await client.ImportAsync(Recipe(Items(changed)));
        await client.ImportAsync(Recipe(Items(changed)));

        Assert.Equal([("c1-1", "原文", false, false), ("c1-new", "新版本", true, true)], await site.VersionsAsync("c1"));
    }

    [Fact]
    public async Task The_same_version_with_other_content_is_changed_in_place()
    {
        using var client = await BeginAsync("c3");
        var changed = Post("c3", "改过的文字");

        await client.ImportAsync(Recipe(Items(changed)));
        var report = await client.ImportAsync(Recipe(Items(changed)));

        Assert.Equal([("c3-1", "改过的文字", true, true)], await site.VersionsAsync("c3"));
        Assert.Equal(1, (int)report.Counts(1)["unchanged"]!);
        Assert.Equal("改过的文字", (string?)(await client.GetJsonAsync("/api/content/c3"))["DisplayText"]);
    }

    [Fact]
    public async Task A_new_published_version_takes_the_draft_with_it()
    {
        using var client = await BeginAsync("c4");
        var draft = await client.SavedAsync(Post("c4", "草稿"), draft: true);

        await client.ImportAsync(Recipe(Items(Post("c4", "新版本", "c4-new"))));

        Assert.Equal(
            [("c4-1", "原文", false, false), ((string)draft["ContentItemVersionId"]!, "草稿", false, false), ("c4-new", "新版本", true, true)],
            await site.VersionsAsync("c4"));
    }

    [Fact]
    public async Task A_new_draft_takes_the_place_of_the_old_draft_only()
    {
        using var client = await BeginAsync("c5");
        var draft = await client.SavedAsync(Post("c5", "草稿"), draft: true);

        await client.ImportAsync(Recipe(Items(Post("c5", "新草稿", "c5-draft").With("Published", false))));

        Assert.Equal(
            [("c5-1", "原文", false, true), ((string)draft["ContentItemVersionId"]!, "草稿", false, false), ("c5-draft", "新草稿", true, false)],
            await site.VersionsAsync("c5"));
        Assert.Equal("原文", (string?)(await client.GetJsonAsync("/api/content/c5"))["DisplayText"]);
    }

    [Fact]
    public async Task The_published_version_changed_becomes_the_latest_again()
    {
        using var client = await BeginAsync("c6");
        var draft = await client.SavedAsync(Post("c6", "草稿"), draft: true);

        await client.ImportAsync(Recipe(Items(Post("c6", "改过"))));

        Assert.Equal(
            [("c6-1", "改过", true, true), ((string)draft["ContentItemVersionId"]!, "草稿", false, false)], await site.VersionsAsync("c6"));
    }

    [Fact]
    public async Task A_draft_imported_as_published_is_published_in_place()
    {
        using var client = await BeginAsync("c7");
        var draft = (string)(await client.SavedAsync(Post("c7", "草稿"), draft: true))["ContentItemVersionId"]!;

        await client.ImportAsync(Recipe(Items(Post("c7", "成稿", draft))));

        Assert.Equal([("c7-1", "原文", false, false), (draft, "成稿", true, true)], await site.VersionsAsync("c7"));
        Assert.Equal("成稿", (string?)(await client.GetJsonAsync("/api/content/c7"))["DisplayText"]);
    }

    [Fact]
    public async Task An_item_keeps_its_id_dates_owner_and_author()
    {
        using var client = await BeginAsync("c8");

        await client.ImportAsync(Recipe(Items(Post("any id, 任意编号", "另一篇", "another", "posts/另一篇"))));
        var item = await client.GetJsonAsync("/api/content/" + Uri.EscapeDataString("any id, 任意编号"));

        Assert.Equal("another", (string?)item["ContentItemVersionId"]);
        Assert.Equal("2026-01-02T03:04:05.123456Z", (string?)item["ModifiedUtc"]);
        Assert.Equal("2026-01-02T03:04:05Z", (string?)item["PublishedUtc"]);
        Assert.Equal("2025-12-31T00:00:00Z", (string?)item["CreatedUtc"]);
        Assert.Equal("4someowner", (string?)item["Owner"]);
        Assert.Equal("someone", (string?)item["Author"]);
        Assert.Equal("posts/另一篇", (string?)item["AutoroutePart"]!["Path"]);
    }

    [Fact]
    public async Task A_version_that_stands_twice_in_a_file_is_taken_once()
    {
        using var client = await BeginAsync("c9");

        var report = await client.ImportAsync(Recipe(Items(Post("c9", "第一", "c9-dup"), Post("c9", "第二", "C9-DUP"))));

        Assert.Equal([("c9-1", "原文", false, false), ("c9-dup", "第一", true, true)], await site.VersionsAsync("c9"));
        Assert.Contains("repeated-version", report.Codes("skipped"));
    }

    [Fact]
    public async Task An_archived_version_comes_without_any_flag()
    {
        using var client = await BeginAsync("c10");

        await client.ImportAsync(Recipe(Items(Post("c10", "旧版本", "c10-old").With("Published", false).With("Latest", false))));

        Assert.Equal([("c10-1", "原文", true, true), ("c10-old", "旧版本", false, false)], await site.VersionsAsync("c10"));
    }

    [Fact]
    public async Task A_permalink_in_use_refuses_the_whole_file_and_names_the_item()
    {
        using var client = await BeginAsync("c11");

        var problem = await client.RefusedAsync(Recipe(Items(
            Post("c11-good", "好的一篇"), Post("c11-bad", "撞网址的一篇", path: "posts/c11"))));

        Assert.Contains("Your permalink is already in use.", (string?)problem["detail"], StringComparison.Ordinal);
        var error = Assert.Single(problem["errors"]!.AsArray())!;
        Assert.Equal("$.steps[0].Data[1].AutoroutePart.Path", (string?)error["path"]);
        Assert.Contains("撞网址的一篇", (string?)error["message"], StringComparison.Ordinal);
        Assert.Empty(await site.VersionsAsync("c11-good"));
        Assert.Empty(await site.VersionsAsync("c11-bad"));
    }

    [Fact]
    public async Task Two_items_of_one_file_cannot_share_a_permalink()
    {
        using var client = await BeginAsync("c12");

        var problem = await client.RefusedAsync(Recipe(Items(
            Post("c12-a", "甲", path: "posts/same"), Post("c12-b", "乙", path: "posts/same"))));

        Assert.Equal(["permalink-in-use"], problem.Codes("errors"));
        Assert.Empty(await site.VersionsAsync("c12-a"));
    }

    [Fact]
    public async Task Items_without_a_permalink_get_one_by_their_pattern_each_its_own()
    {
        using var client = await BeginAsync("c13");
        var journal = new JsonObject
        {
            ["ContentItemId"] = "journal-13", ["ContentType"] = "Journal", ["DisplayText"] = "学习 园地", ["Latest"] = true, ["Published"] = true,
        };
        var contained = new JsonObject { ["ListContentItemId"] = "journal-13" };
        var first = Post("c13-a", "同一题目").With("AutoroutePart", null).With("ContainedPart", contained.DeepClone());
        var second = Post("c13-b", "同一题目").With("AutoroutePart", null).With("ContainedPart", contained.DeepClone());

        await client.ImportAsync(Recipe(Items(journal), Items(first, second)));

        Assert.Equal("学习-园地/同一题目", (string?)(await client.GetJsonAsync("/api/content/c13-a"))["AutoroutePart"]!["Path"]);
        Assert.Equal("学习-园地/同一题目-2", (string?)(await client.GetJsonAsync("/api/content/c13-b"))["AutoroutePart"]!["Path"]);
    }

    [Fact]
    public async Task Dangerous_html_is_cleaned_and_told()
    {
        using var client = await BeginAsync("c14");
        var item = Post("c14-x", "带脚本").With("HtmlBodyPart", new JsonObject { ["Html"] = "<p>好<script>alert(1)</script></p>" });

        var report = await client.ImportAsync(Recipe(Items(item)));

        var warning = Assert.Single(report["warnings"]!.AsArray())!;
        Assert.Equal("cleaned", (string?)warning["code"]);
        Assert.Equal("$.steps[0].Data[0].HtmlBodyPart.Html", (string?)warning["path"]);
        Assert.DoesNotContain("script", (await client.GetJsonAsync("/api/content/c14-x")).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_parts_are_kept_and_unknown_scalars_dropped()
    {
        using var client = await BeginAsync("c15");
        var item = Post("c15-x", "带别处的部件").With("StrangePart", JsonNode.Parse("{\"Deep\":[{\"A\":1.50}]}")).With("Stray", 5);

        var report = await client.ImportAsync(Recipe(Items(item)));
        var stored = await client.GetJsonAsync("/api/content/c15-x");

        Assert.Equal("{\"Deep\":[{\"A\":1.50}]}", stored["StrangePart"]!.ToJsonString());
        Assert.False(stored.ContainsKey("Stray"));
        Assert.Equal(["dropped-property"], report.Codes("warnings"));
    }

    [Theory]
    [InlineData("ContentItemId")]
    [InlineData("ContentType")]
    public async Task An_item_without_id_or_type_refuses_the_file(string name)
    {
        using var client = await BeginAsync("c16");

        var problem = await client.RefusedAsync(Recipe(Items(Post("c16-x", "缺东西").With(name, null))));

        Assert.Equal($"$.steps[0].Data[0].{name}", (string?)problem["errors"]![0]!["path"]);
    }

    [Fact]
    public async Task A_version_id_of_another_item_is_refused()
    {
        using var client = await BeginAsync("c17");

        var problem = await client.RefusedAsync(Recipe(Items(Post("c17-other", "冒用版本", "c17-1"))));

        Assert.Equal("$.steps[0].Data[0].ContentItemVersionId", (string?)problem["errors"]![0]!["path"]);
        Assert.Equal([("c17-1", "原文", true, true)], await site.VersionsAsync("c17"));
    }

    [Fact]
    public async Task An_imported_item_stands_in_lists_and_a_withdrawn_flag_takes_it_out()
    {
        using var client = await BeginAsync("c18");
        Assert.True(await HasSummaryAsync("c18"));

        await client.ImportAsync(Recipe(Items(Post("c18", "收回").With("Published", false))));

        Assert.False(await HasSummaryAsync("c18"));
        Assert.Equal([("c18-1", "收回", true, false)], await site.VersionsAsync("c18"));
    }

    private Task<bool> HasSummaryAsync(string id) => site.WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<ContentSummary>().AnyAsync(summary => summary.ContentItemId == id, Cancel));

    private async Task<HttpClient> BeginAsync(string id)
    {
        var client = await site.AdministratorAsync();
        await client.ImportAsync(Recipe(Definitions, Items(Post(id, "原文"))));
        return client;
    }
}
