using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;

namespace PartyCms.IntegrationTests.Api;

public sealed class ContentApiAccessTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_token_every_item_is_401()
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync("/api/content/does-not-exist", Cancel);
        var problem = await answer.JsonAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("Authentication required", (string?)problem["title"]);
        Assert.Equal("https://tools.ietf.org/html/rfc9110#section-15.5.2", (string?)problem["type"]);
        Assert.Contains("WWW-Authenticate", (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("CfDJ8AAAA")]
    [InlineData("党")]
    public async Task A_token_from_elsewhere_is_named_invalid(string token)
    {
        using var visitor = site.CreateVisitor();
        visitor.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + Uri.EscapeDataString(token));

        using var answer = await visitor.GetAsync("/api/content/x", Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("error=\"invalid_token\"", answer.Headers.WwwAuthenticate.Single().Parameter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_of_an_administrator_counts_nothing()
    {
        using var admin = await site.SignInAsync("admin");

        using var answer = await admin.GetAsync("/api/content?take=1", Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task A_cookie_lends_its_roles_to_no_token()
    {
        using var reviewer = await site.ClientAsync("Member");
        using var admin = await site.SignInAsync("admin");
        admin.DefaultRequestHeaders.Authorization = reviewer.DefaultRequestHeaders.Authorization;

        using var answer = await admin.GetAsync("/api/content?take=1", Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_client_without_access_to_the_api_is_403()
    {
        using var member = await site.ClientAsync("Member");

        using var answer = await member.GetAsync("/api/content/does-not-exist", Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("Access forbidden", (string?)(await answer.JsonAsync())["title"]);
    }

    [Fact]
    public async Task Who_may_not_edit_leaves_no_row_behind()
    {
        using var administrator = await site.AdministratorAsync();
        using var reviewer = await site.ClientAsync("Reviewer");
        var item = await administrator.SavedAsync(await site.NewsAsync("不许修改"));
        var rows = await RowsAsync();

        using var update = await reviewer.SaveAsync(item);
        using var draft = await reviewer.SaveAsync(item, draft: true);
        using var create = await reviewer.SaveAsync(await site.NewsAsync("不许新建"), draft: true);
        using var delete = await reviewer.DeleteAsync("/api/content/" + item.Id(), Cancel);

        Assert.All([update, draft, create, delete], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        Assert.Equal(rows, await RowsAsync());
    }

    [Fact]
    public async Task A_client_of_one_branch_does_not_reach_a_foreign_draft()
    {
        using var administrator = await site.AdministratorAsync();
        using var qinghe = await site.ClientAsync("Secretary", "qinghe");
        var foreign = await administrator.SavedAsync(await site.NewsAsync("外支部草稿", "yunfan"), draft: true);

        using var save = await qinghe.SaveAsync(foreign);
        using var versions = await qinghe.GetAsync($"/api/content/{foreign.Id()}/versions", Cancel);
        var drafts = await qinghe.GetStringAsync("/api/content?status=draft", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, save.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, versions.StatusCode);
        Assert.DoesNotContain(foreign.Id(), drafts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_of_one_branch_writes_there_and_nowhere_else()
    {
        using var qinghe = await site.ClientAsync("Secretary", "qinghe");

        var own = await qinghe.SavedAsync(await site.NewsAsync("本支部"));
        using var foreign = await qinghe.SaveAsync(await site.NewsAsync("外支部", "yunfan"));
        own["PartyBranchPart"]!["BranchId"] = (await site.BranchAsync("yunfan")).ToString();
        using var moved = await qinghe.SaveAsync(own);

        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, moved.StatusCode);
    }

    [Fact]
    public async Task What_another_branch_shows_its_readers_is_not_replaced_by_a_draft_that_was_moved_here()
    {
        using var administrator = await site.AdministratorAsync();
        using var qinghe = await site.ClientAsync("Secretary", "qinghe");
        using var secretary = await site.SignInAsync("secretary");
        var item = await administrator.SavedAsync(await site.NewsAsync("云帆公开的", "yunfan"));
        item["PartyBranchPart"]!["BranchId"] = (await site.BranchAsync("qinghe")).ToString();
        await administrator.SavedAsync(item, draft: true);

        using var byClient = await qinghe.SaveAsync(item);
        using var byDesk = await Contents.ContentDeskSteps.PressAsync(
            secretary, "/admin/content/edit/" + item.Id(), "publish", Contents.ContentDeskSteps.Typed("清河抢先", "<p>正文。</p>"));

        Assert.Equal(
            (HttpStatusCode.Forbidden, HttpStatusCode.UnprocessableEntity), (byClient.StatusCode, byDesk.StatusCode));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData(" JavaScript:alert(1)")]
    [InlineData("data:image/svg+xml,<svg onload='alert(1)'/>")]
    [InlineData("java\tscript:alert(1)")]
    public async Task A_cover_is_a_path_or_an_address_of_the_web(string cover)
    {
        using var client = await site.AdministratorAsync();
        var item = await site.NewsAsync("封面");
        item["ArticlePart"]!["Cover"] = new JsonObject { ["Paths"] = new JsonArray(cover), ["MediaTexts"] = new JsonArray("图") };

        using var answer = await client.SaveAsync(item);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(3, 4, 120)]
    public async Task No_damaged_body_makes_the_site_fail(int firstSeed, int seeds, int mutationsEach)
    {
        using var client = await site.AdministratorAsync();
        var valid = Encoding.UTF8.GetBytes((await site.NewsAsync("变异")).ToJsonString());

        for (var seed = firstSeed; seed < firstSeed + seeds; seed++)
        {
            var random = new Random(seed);
            for (var i = 0; i < mutationsEach; i++)
            {
                using var body = new ByteArrayContent(Damage(valid, random));
                body.Headers.ContentType = new MediaTypeHeaderValue("application/json");

                using var answer = await client.PostAsync("/api/content?draft=true", body, Cancel);

                Assert.True((int)answer.StatusCode < 500, $"seed {seed}, mutation {i}: {await answer.Content.ReadAsStringAsync(Cancel)}");
            }
        }
    }

    [Theory]
    [InlineData("{\"TitlePart\":[1]}")]
    [InlineData("{\"AutoroutePart\":[]}")]
    [InlineData("{\"AutoroutePart\":{\"Path\":{\"a\":1}}}")]
    [InlineData("{\"AutoroutePart\":{\"Path\":\"//??##\"}}")]
    [InlineData("{\"ArticlePart\":{\"Cover\":{\"Paths\":7,\"MediaTexts\":{}},\"Summary\":3,\"Pinned\":{\"Value\":\"x\"}}}")]
    [InlineData("{\"HtmlBodyPart\":{\"Html\":1e999}}")]
    [InlineData("{\"HtmlBodyPart\":[[[[{\"Html\":\"<script>\"}]]]]}")]
    [InlineData("{\"PartyBranchPart\":{\"BranchId\":5}}")]
    [InlineData("{\"DisplayText\":7,\"Owner\":[],\"ContentType\":true}")]
    public async Task A_value_of_the_wrong_kind_does_not_make_the_site_fail(string change)
    {
        using var client = await site.AdministratorAsync();
        var item = await site.NewsAsync("错误的类型");
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
        {
            item[name] = value?.DeepClone();
        }

        using var draft = await client.SaveAsync(item, draft: true);
        using var published = await client.SaveAsync(item);

        Assert.All([draft, published], answer => Assert.True((int)answer.StatusCode < 500));
    }

    [Fact]
    public async Task A_text_longer_than_its_column_is_a_problem_of_its_field()
    {
        using var client = await site.AdministratorAsync();
        var item = await site.NewsAsync("过长");
        item["ArticlePart"]!["Column"] = new JsonObject { ["Text"] = new string('长', 100) };

        using var answer = await client.SaveAsync(item);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await answer.JsonAsync())["errors"]!["ArticlePart.Column.Text"]);
    }

    private static byte[] Damage(byte[] valid, Random random)
    {
        var bytes = valid.ToList();
        for (var times = random.Next(1, 5); times > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.InsertRange(at, "{}[]\":,0-null"u8.ToArray().Skip(random.Next(12)).Take(2));
                    break;
                default:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, random.Next(1, 30)));
                    break;
            }

            if (bytes.Count == 0)
            {
                break;
            }
        }

        return [.. bytes];
    }

    private Task<int> RowsAsync() => site.WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<ContentItem>().CountAsync(Cancel));
}
