using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Testing;
using PartyCms.IntegrationTests.Api;
using PartyCms.Kernel.Security;
using static PartyCms.IntegrationTests.Recipes.RecipeSite;

namespace PartyCms.IntegrationTests.Recipes;

public sealed class ExportTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_import_of_an_own_export_changes_nothing()
    {
        using var client = await site.AdministratorAsync();
        var export = await client.GetStringAsync("/api/export", Cancel);
        var news = await site.ItemsOfAsync("BranchNews");

        var report = await client.ImportAsync(export);
        var content = Content(report);

        Assert.Equal(0, (int)content["added"]! + (int)content["updated"]! + (int)content["repeated"]!);
        Assert.Equal((int)content["total"]!, (int)content["unchanged"]!);
        Assert.True((int)content["total"]! > 80);
        Assert.Equal(0, (int)Counts(report, "ContentDefinition")["changed"]!);
        Assert.Equal(0, (int)Counts(report, "organization")["added"]! + (int)Counts(report, "organization")["updated"]!);
        Assert.Equal(0, (int)Counts(report, "settings")["set"]!);
        Assert.Equal(news, await site.ItemsOfAsync("BranchNews"));
        Assert.Equal(export, await client.GetStringAsync("/api/export", Cancel));
    }

    [Fact]
    public async Task An_empty_site_that_imports_an_export_gives_the_same_bytes_out()
    {
        using var client = await site.AdministratorAsync();
        await client.ImportAsync(Recipe(Definitions, Items(Post("with-draft", "有草稿的一篇"))));
        await client.SavedAsync(Post("with-draft", "草稿不导出"), draft: true);
        var export = await client.GetStringAsync("/api/export", Cancel);
        var folder = Directory.CreateTempSubdirectory("partycms-blank-").FullName;
        var database = $"t{Guid.CreateVersion7():N}";
        try
        {
            await using var blank = Blank(folder, database);
            using var other = await TokenAsync(blank);

            await other.ImportAsync(export);

            Assert.Equal(export, await other.GetStringAsync("/api/export", Cancel));
            Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/news", Cancel)).StatusCode);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            await DemoTemplate.DropAsync(folder, database, CmsFactory.PostgreSql);
        }
    }

    [Fact]
    public async Task An_export_begins_with_what_content_stands_on_and_holds_whole_published_items()
    {
        using var client = await site.AdministratorAsync();

        var steps = JsonNode.Parse(await client.GetStringAsync("/api/export", Cancel))!["steps"]!.AsArray();
        var names = steps.Select(step => (string?)step!["name"]).ToList();
        var items = steps[^1]!["data"]!.AsArray();

        Assert.Equal(["feature", "ContentDefinition"], names.Take(2));
        Assert.Equal("content", names[^1]);
        Assert.All(items, item => Assert.Equal(
            ["ContentItemId", "ContentItemVersionId", "ContentType", "DisplayText", "Latest", "Published",
                "ModifiedUtc", "PublishedUtc", "CreatedUtc", "Owner", "Author"],
            item!.AsObject().Select(property => property.Key).Take(11)));
        Assert.All(items, item => Assert.True((bool)item!["Latest"]! && (bool)item["Published"]!));
        Assert.DoesNotContain("Users", names);
    }

    [Fact]
    public async Task A_choice_of_types_brings_these_and_nothing_of_the_site()
    {
        using var client = await site.AdministratorAsync();

        var steps = JsonNode.Parse(await client.GetStringAsync("/api/export?types=Guide,Notice", Cancel))!["steps"]!.AsArray();

        Assert.Equal(["feature", "ContentDefinition", "content"], steps.Select(step => (string?)step!["name"]));
        Assert.Equal(["Guide", "Notice"], steps[1]!["ContentTypes"]!.AsArray().Select(type => (string?)type!["Name"]));
        Assert.Equal(
            ["Guide", "Notice"],
            steps[2]!["data"]!.AsArray().Select(item => (string?)item!["ContentType"]).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("types=NoSuchType")]
    [InlineData("types=Guide,guide")]
    public async Task A_parameter_that_cannot_be_is_refused(string query)
    {
        using var client = await site.AdministratorAsync();

        using var answer = await client.GetAsync("/api/export?" + query, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Only_an_administrator_of_the_whole_site_may_export()
    {
        using var anonymous = site.CreateVisitor();
        using var secretary = await site.ClientAsync(Roles.Secretary, "qinghe");
        using var local = await site.ClientAsync(Roles.Administrator, "qinghe");
        using var person = await site.SignInAsync("secretary");

        Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.GetAsync("/api/export", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await secretary.GetAsync("/api/export", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await local.GetAsync("/api/export", Cancel)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await person.GetAsync("/admin/recipes", Cancel)).StatusCode);
        Assert.NotEqual(HttpStatusCode.OK, (await person.GetAsync("/admin/recipes?handler=Export", Cancel)).StatusCode);
    }

    [Fact]
    public async Task An_administrator_checks_a_file_on_the_page_and_imports_it_then()
    {
        using var admin = await site.SignInAsync("admin");
        var recipe = Recipe(Definitions, Items(Post("from-page", "页面导入的一篇")));

        var check = await UploadAsync(admin, recipe);
        Assert.Contains("检查完毕", check, StringComparison.Ordinal);
        Assert.Empty(await site.VersionsAsync("from-page"));

        using var answer = await CmsFactory.PostFormAsync(admin, "/admin/recipes", [], "/admin/recipes?handler=Import");
        Assert.Contains("导入完成", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Single(await site.VersionsAsync("from-page"));
    }

    [Fact]
    public async Task What_is_kept_for_other_sites_can_be_read_and_deleted()
    {
        using var admin = await site.SignInAsync("admin");
        using var client = await site.AdministratorAsync();
        await client.ImportAsync(Recipe("""{"name":"Templates","Templates":{"Content__Leaflet":{"Content":"{{ Model }}"},"Other":{"Content":"x"}}}"""));

        var page = await admin.GetStringAsync("/admin/recipes/kept", Cancel);
        using var deleted = await CmsFactory.PostFormAsync(
            admin, "/admin/recipes/kept", new() { ["kind"] = "Templates", ["name"] = "Content__Leaflet" }, "/admin/recipes/kept?handler=Delete");
        var left = await admin.GetStringAsync("/admin/recipes/kept", Cancel);
        using var secretary = await site.SignInAsync("secretary");

        Assert.Contains("Content__Leaflet", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Content__Leaflet", left, StringComparison.Ordinal);
        Assert.Contains("Other", left, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, (await secretary.GetAsync("/admin/recipes/kept", Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_faulty_file_is_refused_on_the_page_with_its_places()
    {
        using var admin = await site.SignInAsync("admin");

        var page = await UploadAsync(admin, "{\"steps\":[{}]}");

        Assert.Contains("什么都没有保存", page, StringComparison.Ordinal);
        Assert.Contains("$.steps[0]", page, StringComparison.Ordinal);
        Assert.DoesNotContain("确认导入", page, StringComparison.Ordinal);
    }

    private static JsonObject Counts(JsonObject report, string step) =>
        report["applied"]!.AsArray().Single(entry => (string?)entry!["name"] == step)!["counts"]!.AsObject();

    private static JsonObject Content(JsonObject report) => Counts(report, "content");

    private static async Task<string> UploadAsync(HttpClient client, string recipe)
    {
        var html = await client.GetStringAsync("/admin/recipes", Cancel);
        const string Marker = "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"";
        var start = html.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length;
        using var form = new MultipartFormDataContent
        {
            { new StringContent(html[start..html.IndexOf('"', start)]), "__RequestVerificationToken" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(recipe)), "file", "a.recipe.json" },
        };
        using var answer = await client.PostAsync("/admin/recipes?handler=Check", form, Cancel);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private WebApplicationFactory<Program> Blank(string folder, string database) => site.WithWebHostBuilder(builder =>
    {
        builder.UseSetting("Cms:DataPath", folder);
        builder.UseSetting("Cms:Setup:Recipe", "blank");
        if (CmsFactory.PostgreSql is { } server)
        {
            builder.UseSetting("ConnectionStrings:Cms", $"{server};Database={database};Maximum Pool Size=20");
        }
    });

    private static async Task<HttpClient> TokenAsync(WebApplicationFactory<Program> other)
    {
        var client = other.CreateClient();
        using var answer = await client.TokenAsync(new()
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = "test-client",
            ["client_secret"] = "test-client-secret-1234567890",
        });
        var token = (string)(await answer.JsonAsync())["access_token"]!;
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }
}
