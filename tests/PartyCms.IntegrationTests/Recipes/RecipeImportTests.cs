using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using PartyCms.IntegrationTests.Api;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Security;
using static PartyCms.IntegrationTests.Recipes.RecipeSite;

namespace PartyCms.IntegrationTests.Recipes;

public sealed class RecipeImportTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("[locale en]You have successfully registered![/locale][locale fr]Vous vous êtes inscrit avec succès![/locale]", false)]
    [InlineData("[1js: valiables('now')]", false)]
    [InlineData("[js: valiables('now')]", true)]
    [InlineData("[locale en]This text contains a colon ':' symbol[/locale][locale fr]Ce texte contient ':'[/locale]", false)]
    [InlineData("[sc text='some : text'/]", false)]
    [InlineData("[通知:开会]", false)]
    public async Task Texts_in_brackets_come_through_as_they_are(string text, bool isTold)
    {
        using var client = await site.AdministratorAsync();
        var id = ContentIds.New();
        var item = Post(id, "括号").With("StrangePart", new JsonObject { ["Text"] = text });

        var report = await client.ImportAsync(Recipe(Definitions, Items(item)));
        var stored = await client.GetJsonAsync("/api/content/" + id);

        Assert.Equal(text, (string?)stored["StrangePart"]!["Text"]);
        Assert.Equal(isTold ? ["unsupported-script"] : [], report.Codes("warnings"));
        Assert.All(report["warnings"]!.AsArray(), warning => Assert.Equal("$.steps[1].Data[0].StrangePart.Text", (string?)warning!["path"]));
    }

    [Fact]
    public async Task Scripts_give_ids_and_say_who_imports()
    {
        using var client = await site.AdministratorAsync();
        var item = Post("[js: variables('post')]", "脚本", "[js:uuid()]", "posts/scripted").With("Author", "[js: parameters('AdminUsername')]");
        var recipe = $$"""{"variables":{"post":"[js:uuid()]"},"steps":[{{Definitions}},{{Items(item)}},],} // 完""";

        await client.ImportAsync(recipe);
        var list = await client.GetJsonAsync("/api/content?type=JournalPost&take=100");
        var stored = list["items"]!.AsArray().Single(node => (string?)node!["DisplayText"] == "脚本")!;

        Assert.True(ContentIds.IsWellFormed((string?)stored["ContentItemId"]));
        Assert.Equal("test-client", (string?)stored["Author"]);
    }

    [Fact]
    public async Task A_file_of_fresh_ids_run_twice_is_refused_the_second_time()
    {
        using var client = await site.AdministratorAsync();
        var recipe = Recipe(Definitions, Items(
            Post("[js:uuid()]", "先来", "[js:uuid()]", "posts/twice-a"), Post("[js:uuid()]", "后到", "[js:uuid()]", "posts/twice-b")));
        await client.ImportAsync(recipe);
        var before = await site.ItemsOfAsync("JournalPost");

        var problem = await client.RefusedAsync(recipe);

        Assert.Equal(["permalink-in-use", "permalink-in-use"], problem.Codes("errors"));
        Assert.Empty(problem["report"]!["applied"]!.AsArray());
        Assert.Equal(before, await site.ItemsOfAsync("JournalPost"));
    }

    [Fact]
    public async Task A_type_with_a_nameless_part_refuses_the_file_in_the_words_of_the_field()
    {
        using var client = await site.AdministratorAsync();

        var problem = await client.RefusedAsync("""
            {"steps":[{"name":"ContentDefinition","ContentTypes":[{"Name":"Good"}]},
              {"name":"ContentDefinition","ContentTypes":[{"Name":"Message","DisplayName":"Message","ContentTypePartDefinitionRecords":[{"Name":"TitlePart"}]}]}]}
            """);

        Assert.Contains(
            "Unable to add content-part to the 'Message' content-type. The part name cannot be null or empty.",
            (string?)problem["detail"], StringComparison.Ordinal);
        var error = Assert.Single(problem["errors"]!.AsArray())!;
        Assert.Equal(2, (int)error["step"]!);
        Assert.Equal("$.steps[1].ContentTypes[0]", (string?)error["path"]);
    }

    [Fact]
    public async Task Definitions_are_merged_and_the_second_time_changes_nothing()
    {
        using var client = await site.AdministratorAsync();
        await client.ImportAsync(Recipe(Definitions));

        var again = await client.ImportAsync(Recipe(Definitions));

        Assert.Equal((2, 1, 0), ((int)again.Counts(1)["types"]!, (int)again.Counts(1)["parts"]!, (int)again.Counts(1)["changed"]!));
    }

    [Fact]
    public async Task Names_of_steps_are_compared_without_case_and_unknown_ones_are_told()
    {
        using var client = await site.AdministratorAsync();

        var report = await client.ImportAsync("""{"steps":[{"name":"CONTENTDEFINITION"},{"name":"Teleport","x":1}]}""");

        Assert.Equal("CONTENTDEFINITION", (string?)Assert.Single(report["applied"]!.AsArray())!["name"]);
        var warning = Assert.Single(report["warnings"]!.AsArray())!;
        Assert.Equal((2, "Teleport", "$.steps[1]"), ((int)warning["step"]!, (string?)warning["name"], (string?)warning["path"]));
    }

    [Theory]
    [InlineData("begin-setup")]
    [InlineData("complete-setup")]
    [InlineData("demo-accounts")]
    [InlineData("demo-organization")]
    [InlineData("sample-content")]
    [InlineData("*")]
    public async Task Steps_of_setup_are_closed_to_files_from_outside(string name)
    {
        using var client = await site.AdministratorAsync();

        var report = await client.ImportAsync($$"""{"steps":[{"name":"{{name}}"}]}""");

        Assert.Empty(report["applied"]!.AsArray());
        Assert.Single(report["warnings"]!.AsArray());
    }

    [Fact]
    public async Task A_check_tells_the_same_and_stores_nothing()
    {
        using var client = await site.AdministratorAsync();
        var recipe = Recipe(Definitions, Items(Post("only-checked", "试一试")));

        var report = await client.ImportAsync(recipe, check: true);

        Assert.True((bool)report["isCheck"]!);
        Assert.Equal(1, (int)report.Counts(2)["added"]!);
        Assert.Empty(await site.VersionsAsync("only-checked"));
    }

    [Fact]
    public async Task An_archive_brings_the_files_its_scripts_ask_for()
    {
        using var client = await site.AdministratorAsync();
        var item = Post("zipped", "带附件").With("HtmlBodyPart", new JsonObject { ["Html"] = "[file:text('Snippets/body.html')]" });
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            await WriteAsync(zip, "Recipe.json", Recipe(Definitions, Items(item)));
            await WriteAsync(zip, "Snippets/body.html", "<p>压缩包里的正文</p>");
        }

        using var answer = await client.PostRecipeAsync(bytes.ToArray(), "application/zip");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("<p>压缩包里的正文</p>", (string?)(await client.GetJsonAsync("/api/content/zipped"))["HtmlBodyPart"]!["Html"]);
    }

    [Fact]
    public async Task A_form_with_one_file_is_taken_as_well()
    {
        using var client = await site.AdministratorAsync();
        using var form = new MultipartFormDataContent();
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(Recipe(Definitions)));
        form.Add(file, "file", "a.recipe.json");

        using var answer = await client.PostAsync("/api/recipes", form, Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("PK\u0003\u0004 no archive")]
    public async Task What_is_no_recipe_is_refused(string body)
    {
        using var client = await site.AdministratorAsync();

        var problem = await client.RefusedAsync(body);

        Assert.Equal("/problems/recipe-refused", (string?)problem["type"]);
    }

    [Fact]
    public async Task Only_an_administrator_of_the_whole_site_may_import()
    {
        using var anonymous = site.CreateVisitor();
        using var secretary = await site.ClientAsync(Roles.Secretary, "qinghe");
        using var local = await site.ClientAsync(Roles.Administrator, "qinghe");
        using var cookie = await site.SignInAsync("admin");
        var body = Encoding.UTF8.GetBytes(Recipe(Definitions));

        Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.PostRecipeAsync(body)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await secretary.PostRecipeAsync(body)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await local.PostRecipeAsync(body)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await cookie.PostRecipeAsync(body)).StatusCode);
    }

    private static async Task WriteAsync(ZipArchive zip, string path, string text)
    {
        await using var writer = new StreamWriter(await zip.CreateEntry(path).OpenAsync(Cancel));
        await writer.WriteAsync(text);
    }
}
