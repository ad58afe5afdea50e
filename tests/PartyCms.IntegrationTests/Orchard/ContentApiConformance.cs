using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PartyCms.IntegrationTests.Api;

namespace PartyCms.IntegrationTests.Orchard;

/// <summary>The wire contract of the content API, case by case; the letter and number name the case.</summary>
public sealed partial class ContentApiConformance : BlogSite
{
    private static readonly string[] BaseProperties =
    [
        "ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published", "ModifiedUtc", "PublishedUtc",
        "CreatedUtc", "Owner", "Author",
    ];

    [Fact]
    public async Task A1_an_item_has_eleven_base_properties_in_order_and_its_parts()
    {
        var post = await ReadPostAsync();

        Assert.Equal(BaseProperties, post.Select(property => property.Key).Take(BaseProperties.Length));
        Assert.All(
            new[] { "TitlePart", "AutoroutePart", "MarkdownBodyPart", "BlogPost", "ContainedPart" },
            part => Assert.IsType<JsonObject>(post[part]));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A2_A3_flags_follow_from_the_call_and_not_from_the_body(bool draft, bool published)
    {
        var post = With(With(await ReadPostAsync(), "Latest", false), "Published", false);

        var saved = await T.SavedAsync(post, draft);

        Assert.Equal((true, published), Flags(saved));
    }

    [Fact]
    public async Task A4_an_update_adds_one_version()
    {
        await T.SavedAsync(With(await ReadPostAsync(), "Latest", false));

        Assert.Equal(2, await CountPostRowsAsync());
    }

    [Fact]
    public async Task A5_a_new_draft_keeps_title_and_permalink()
    {
        var saved = await T.SavedAsync(NewPost("some other blog post", "Path2"), draft: true);

        Assert.Equal((true, false), Flags(saved));
        Assert.Equal("some other blog post", (string?)saved["DisplayText"]);
        Assert.IsType<JsonObject>(saved["AutoroutePart"]);
    }

    [Fact]
    public async Task A6_a_new_item_is_published()
    {
        var saved = await T.SavedAsync(With(With(NewPost("some other blog post", "path2"), "Latest", false), "Published", false));

        Assert.Equal((true, true), Flags(saved));
        Assert.Equal("path2", (string?)saved["AutoroutePart"]!["Path"]);
    }

    [Fact]
    public async Task A7_a_taken_permalink_is_refused_and_nothing_is_stored()
    {
        using var answer = await T.SaveAsync(NewPost("some other blog post", "blog/post-1"));
        var problem = await answer.JsonAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Your permalink is already in use.", (string?)problem["detail"], StringComparison.Ordinal);
        Assert.Equal("Your permalink is already in use.", (string?)problem["errors"]!["AutoroutePart.Path"]![0]);
        Assert.Equal(1, await CountPostRowsAsync());
    }

    // Orchard Core names the part where an address is taken, and the bare property where a sign is not allowed.
    [Fact]
    public async Task A_forbidden_sign_in_a_permalink_is_told_of_the_bare_property()
    {
        var post = NewPost("sign");
        post["AutoroutePart"] = new JsonObject { ["Path"] = "what?" };

        using var answer = await T.SaveAsync(post);

        Assert.StartsWith("Please do not use any of the following", (string?)(await answer.JsonAsync())["errors"]!["Path"]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A8_a_permalink_is_made_from_the_pattern_of_the_type()
    {
        var saved = await T.SavedAsync(NewPost("some other blog post"));

        Assert.Equal("blog/some-other-blog-post", (string?)saved["AutoroutePart"]!["Path"]);
    }

    [Theory]
    [InlineData("Unheard")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A9_an_unknown_type_is_refused(string? type)
    {
        using var answer = await T.SaveAsync(With(NewPost("x"), "ContentType", type));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A10_the_id_of_a_new_item_is_ours()
    {
        var saved = await T.SavedAsync(With(NewPost("own id"), "ContentItemId", "mine"));

        Assert.Matches("^4[0-9a-hjkmnp-tv-z]{25}$", saved.Id());
    }

    [Theory]
    [InlineData("draft=1")]
    [InlineData("draft=")]
    public async Task A11_the_flag_is_a_strict_boolean(string query)
    {
        using var content = Json(NewPost("x").ToJsonString());

        using var answer = await T.PostAsync("/api/content?" + query, content, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("TRUE", false)]
    [InlineData("False", true)]
    public async Task A11_the_flag_may_be_written_in_any_case(string flag, bool published)
    {
        using var content = Json(NewPost("flag " + flag).ToJsonString());

        using var answer = await T.PostAsync("/api/content?draft=" + flag, content, Cancel);

        Assert.Equal((true, published), Flags(await answer.JsonAsync()));
    }

    [Theory]
    [InlineData("""{"ContentType":"BlogPost"}""", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("""{"ContentType":"BlogPost",}""", "application/json", HttpStatusCode.BadRequest)]
    [InlineData("null", "application/json", HttpStatusCode.BadRequest)]
    public async Task A12_a_body_that_is_no_item_is_refused(string body, string type, HttpStatusCode status)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);

        using var answer = await T.PostAsync("/api/content", content, Cancel);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task A13_drafts_and_unknown_ids_are_not_found()
    {
        var draft = await T.SavedAsync(NewPost("only a draft"), draft: true);

        using var unpublished = await T.GetAsync($"/api/content/{draft.Id()}", Cancel);
        using var unknown = await T.GetAsync("/api/content/4does-not-exist", Cancel);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (unpublished.StatusCode, unknown.StatusCode));
    }

    [Fact]
    public async Task A14_what_was_deleted_is_gone_for_reading_and_for_deleting()
    {
        var path = $"/api/content/{BlogRecipe.PostId}";

        using var deleted = await T.DeleteAsync(path, Cancel);
        using var read = await T.GetAsync(path, Cancel);
        using var again = await T.DeleteAsync(path, Cancel);

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (deleted.StatusCode, read.StatusCode, again.StatusCode));
        Assert.Equal((false, false), Flags(await deleted.JsonAsync()));
    }

    [Fact]
    public async Task A15_readers_see_the_published_version_beside_a_draft()
    {
        var before = await ReadPostAsync();
        var draft = await T.SavedAsync(With(before, "DisplayText", "draft text"), draft: true);

        var read = await ReadPostAsync();

        Assert.Equal((string?)before["ContentItemVersionId"], (string?)read["ContentItemVersionId"]);
        Assert.NotEqual((string?)draft["ContentItemVersionId"], (string?)read["ContentItemVersionId"]);
    }

    [Fact]
    public async Task A16_unknown_root_objects_stay_and_unknown_root_scalars_go()
    {
        var saved = await T.SavedAsync(With(With(await ReadPostAsync(), "X", new JsonObject { ["a"] = 1 }), "Y", 1));

        Assert.Equal(1, (int)saved["X"]!["a"]!);
        Assert.False(saved.ContainsKey("Y"));
    }

    [Fact]
    public async Task A17_an_array_replaces_the_stored_one()
    {
        var post = await ReadPostAsync();
        post["BlogPost"]!["Tags"]!["TermContentItemIds"] = new JsonArray(BlogRecipe.TermTwoId);

        var saved = await T.SavedAsync(post);

        Assert.Equal([BlogRecipe.TermTwoId], saved["BlogPost"]!["Tags"]!["TermContentItemIds"]!.AsArray().Select(id => (string?)id));
    }

    [Fact]
    public async Task A18_null_in_a_part_changes_nothing()
    {
        var post = await ReadPostAsync();
        var markdown = (string?)post["MarkdownBodyPart"]!["Markdown"];
        post["MarkdownBodyPart"] = new JsonObject { ["Markdown"] = null };

        var saved = await T.SavedAsync(post);

        Assert.Equal(markdown, (string?)saved["MarkdownBodyPart"]!["Markdown"]);
    }

    [Fact]
    public async Task A19_dates_are_utc_with_trimmed_fractions_and_whole_seconds_in_parts()
    {
        var post = await ReadPostAsync();
        post["PublishLaterPart"] = new JsonObject { ["ScheduledPublishUtc"] = "2027-01-02T03:04:05Z" };

        var saved = await T.SavedAsync(post, draft: true);
        var read = await ReadPostAsync();

        Assert.All(new[] { "ModifiedUtc", "PublishedUtc", "CreatedUtc" }, name => Assert.Matches(BaseDate(), (string?)read[name]));
        Assert.Equal("2027-01-02T03:04:05Z", (string?)saved["PublishLaterPart"]!["ScheduledPublishUtc"]);
    }

    [Fact]
    public async Task A20_who_may_not_write_creates_nothing()
    {
        using var reviewer = await Site.ClientAsync("Reviewer");

        using var answer = await reviewer.SaveAsync(NewPost("not allowed"), draft: true);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(1, await CountPostRowsAsync());
    }

    [Fact]
    public async Task A21_who_may_not_edit_changes_nothing_and_leaves_no_draft()
    {
        using var reviewer = await Site.ClientAsync("Reviewer");

        using var answer = await reviewer.SaveAsync(await ReadPostAsync());

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(1, await CountPostRowsAsync());
    }

    private static (bool Latest, bool Published) Flags(JsonObject item) => ((bool)item["Latest"]!, (bool)item["Published"]!);

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z$")]
    private static partial Regex BaseDate();
}
