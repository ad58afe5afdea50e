using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.IntegrationTests.Api;
using PartyCms.Kernel.Data;
using PartyCms.Media.Files;
using static PartyCms.IntegrationTests.Recipes.RecipeSite;

namespace PartyCms.IntegrationTests.Recipes;

/// <summary>Files go into the library with a recipe and out with an export, and content finds them in both.</summary>
public sealed class MediaInRecipesTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Content_names_the_files_of_its_recipe_by_their_new_addresses()
    {
        using var client = await site.AdministratorAsync();
        using var reader = site.CreateVisitor();
        var item = Illustrated("media-a", "gallery/团日 合影.gif", "/media/gallery/%E5%9B%A2%E6%97%A5%20%E5%90%88%E5%BD%B1.gif");

        var report = await client.ImportAsync(Recipe(Definitions, Items(item), Files(("gallery/团日 合影.gif", Gif(40, 30)))));
        var stored = (await client.GetJsonAsync("/api/content/media-a")).AsObject();
        var path = (string)stored["JournalPost"]!["Photo"]!["Paths"]![0]!;
        using var picture = await reader.GetAsync("/media/" + path, Cancel);

        Assert.Matches("^[0-9]{4}/[0-9]{2}/[0-9a-f]{32}[.]gif$", path);
        Assert.Contains($"src=\"/media/{path}\"", (string)stored["HtmlBodyPart"]!["Html"]!, StringComparison.Ordinal);
        Assert.Contains("https://example.cn/media/gallery/", (string)stored["HtmlBodyPart"]!["Html"]!, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "image/gif"), (picture.StatusCode, picture.Content.Headers.ContentType?.MediaType));
        Assert.Equal((1, 2), ((int)Counts(report, "media")["taken"]!, (int)Counts(report, "content")["files"]!));
    }

    [Fact]
    public async Task The_same_recipe_again_changes_nothing_and_stores_no_file_twice()
    {
        using var client = await site.AdministratorAsync();
        var recipe = Recipe(
            Definitions, Items(Illustrated("media-b", "twice.gif", "/media/twice.gif")), Files(("twice.gif", Gif(41, 31))));
        await client.ImportAsync(recipe);
        var files = await FilesAsync();

        var report = await client.ImportAsync(recipe);

        Assert.Equal((1, files), ((int)Counts(report, "content")["unchanged"]!, await FilesAsync()));
    }

    [Fact]
    public async Task A_check_tells_of_missing_and_refused_files_and_stores_none()
    {
        using var client = await site.AdministratorAsync();
        var files = await FilesAsync();
        var recipe = Recipe(
            """{"name":"media","Files":[{"TargetPath":"gone.jpg","SourcePath":"gone.jpg"},{"TargetPath":"far.jpg","SourceUrl":"https://example.cn/far.jpg"}]}""",
            Files(("drawing.svg", Encoding.UTF8.GetBytes("<svg/>")), ("good.gif", Gif(42, 32))));

        var report = await client.ImportAsync(recipe, check: true);

        Assert.Equal(["missing-file", "file-not-fetched", "file-refused"], report.Codes("warnings"));
        Assert.Equal((1, files), ((int)report.Counts(2)["taken"]!, await FilesAsync()));
    }

    [Fact]
    public async Task A_file_beside_the_recipe_in_an_archive_is_taken()
    {
        using var client = await site.AdministratorAsync();
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using (var recipe = await zip.CreateEntry("Recipe.json").OpenAsync(Cancel))
            {
                await recipe.WriteAsync(Encoding.UTF8.GetBytes(Recipe(
                    Definitions, Items(Illustrated("media-c", "cover.gif", "/media/cover.gif")),
                    """{"name":"media","Files":[{"TargetPath":"cover.gif","SourcePath":"../pictures/cover.gif"}]}""")), Cancel);
            }

            await using var picture = await zip.CreateEntry("pictures/cover.gif").OpenAsync(Cancel);
            await picture.WriteAsync(Gif(43, 33), Cancel);
        }

        using var answer = await client.PostRecipeAsync(bytes.ToArray(), "application/zip");
        var report = await answer.JsonAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((1, 2), ((int)Counts(report, "media")["taken"]!, (int)Counts(report, "content")["files"]!));
    }

    [Fact]
    public async Task An_export_holds_the_files_that_its_items_show_and_its_import_changes_nothing()
    {
        using var client = await site.AdministratorAsync();
        await client.ImportAsync(Recipe(
            Definitions, Items(Illustrated("media-d", "shown.gif", "/media/shown.gif")),
            Files(("shown.gif", Gif(44, 34)), ("unused.gif", Gif(45, 35)))));
        var news = await site.NewsAsync("有封面的动态");
        var path = (string)(await client.GetJsonAsync("/api/content/media-d"))["JournalPost"]!["Photo"]!["Paths"]![0]!;
        news["ArticlePart"]!["Cover"] = new JsonObject { ["Paths"] = new JsonArray(path), ["MediaTexts"] = new JsonArray("合影") };
        var cover = (await client.SavedAsync(news)).Id();

        var export = await client.GetStringAsync("/api/export", Cancel);
        var steps = JsonNode.Parse(export)!["steps"]!.AsArray();
        var media = steps.Single(step => (string?)step!["name"] == "media")!["Files"]!.AsArray();
        var exported = steps[^1]!["data"]!.AsArray().Single(item => (string?)item!["ContentItemId"] == cover)!;
        var report = await client.ImportAsync(export);
        using var reader = site.CreateVisitor();

        var bytes = Convert.FromBase64String((string)media.Single(file => (string?)file!["TargetPath"] == path)!["Base64"]!);
        Assert.Equal(await reader.GetByteArrayAsync("/media/" + path, Cancel), bytes);
        Assert.DoesNotContain(media, file => (string?)file!["Name"] == "unused.gif");
        Assert.Equal(path, (string?)exported["ArticlePart"]!["Cover"]!["Paths"]![0]);
        Assert.Equal((0, 0), ((int)Counts(report, "content")["added"]!, (int)Counts(report, "content")["updated"]!));
        Assert.Equal(export, await client.GetStringAsync("/api/export", Cancel));
        Assert.DoesNotContain("Base64", await client.GetStringAsync("/api/export?files=false", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_site_like_this_one_keeps_its_address()
    {
        using var client = await site.AdministratorAsync();
        using var reader = site.CreateVisitor();
        const string Target = "2024/05/0123456789abcdef0123456789abcdef.gif";

        await client.ImportAsync(Recipe(
            $$"""{"name":"media","Files":[{"TargetPath":"{{Target}}","Name":"旧站合影.gif","MediaText":"合影","Folder":"qinghe","Base64":"{{Convert.ToBase64String(Gif(46, 36))}}"}]}"""));
        using var picture = await reader.GetAsync("/media/" + Target, Cancel);
        var row = await site.WithServicesAsync(services =>
            services.GetRequiredService<CmsDbContext>().Set<MediaFile>().AsNoTracking().SingleAsync(file => file.Path == Target, Cancel));

        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
        Assert.Equal(("旧站合影.gif", "合影", await site.BranchAsync("qinghe")), (row.OriginalName, row.Alt, row.OrgUnitId));
    }

    private static string Definitions => RecipeSite.Definitions.Replace(
        """{ "FieldName": "TextField", "Name": "Subtitle",""",
        """{ "FieldName": "MediaField", "Name": "Photo", "Settings": {} }, { "FieldName": "TextField", "Name": "Subtitle",""",
        StringComparison.Ordinal);

    private static JsonObject Illustrated(string id, string path, string address)
    {
        var item = Post(id, "图文并茂的一篇", path: "illustrated/" + id);
        item["JournalPost"]!["Photo"] = new JsonObject { ["Paths"] = new JsonArray(path), ["MediaTexts"] = new JsonArray("合影") };
        return item.With("HtmlBodyPart", new JsonObject
        {
            ["Html"] = $"<p><img src=\"{address}\" alt=\"合影\"></p><p><a href=\"https://example.cn/media/gallery/a.gif\">别处的</a></p>",
        });
    }

    private static string Files(params (string Target, byte[] Bytes)[] files) => new JsonObject
    {
        ["name"] = "media",
        ["Files"] = new JsonArray([.. files.Select(file => new JsonObject
        {
            ["TargetPath"] = file.Target, ["Base64"] = Convert.ToBase64String(file.Bytes),
        })]),
    }.ToJsonString();

    private static JsonObject Counts(JsonObject report, string step) =>
        report["applied"]!.AsArray().Single(entry => (string?)entry!["name"] == step)!["counts"]!.AsObject();

    private static byte[] Gif(byte width, byte height) => [.. "GIF89a"u8, width, 0, height, 0, 0, 0, 0, 0x3B];

    private Task<int> FilesAsync() => site.WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<MediaFile>().CountAsync(Cancel));
}
