using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.IntegrationTests.Api;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Kernel.Settings;
using static PartyCms.IntegrationTests.Recipes.RecipeSite;

namespace PartyCms.IntegrationTests.Recipes;

public sealed class RecipeStepsTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Features_that_are_not_here_are_told_one_by_one()
    {
        using var client = await site.AdministratorAsync();

        var report = await client.ImportAsync(
            """{"steps":[{"name":"Feature","enable":["OrchardCore.Title","OrchardCore.Workflows","SafeMode"],"disable":["OrchardCore.Title"]}]}""");

        Assert.Equal(["unknown-feature", "unknown-feature", "not-carried-out"], report.Codes("warnings"));
        Assert.Equal("$.steps[0].enable[1]", (string?)report["warnings"]![0]!["path"]);
        Assert.Equal((1, 2), ((int)report.Counts(1)["known"]!, (int)report.Counts(1)["unknown"]!));
    }

    [Theory]
    [InlineData("""{"name":"Roles","Roles":{"Name":"Reader"}}""", "$.steps[0].Roles")]
    [InlineData("""{"name":"ContentDefinition","ContentTypes":{}}""", "$.steps[0].ContentTypes")]
    [InlineData("""{"name":"queries","queries":5}""", "$.steps[0].queries")]
    [InlineData("""{"name":"feature","enable":"OrchardCore.Title"}""", "$.steps[0].enable")]
    [InlineData("""{"name":"organization","Units":"qinghe"}""", "$.steps[0].Units")]
    [InlineData("""{"name":"media","Files":{}}""", "$.steps[0].Files")]
    public async Task What_should_be_a_list_and_is_none_is_told_with_its_place(string step, string path)
    {
        using var client = await site.AdministratorAsync();

        var report = await client.ImportAsync(Recipe(step));

        Assert.Contains("no-list", report.Codes("warnings"));
        Assert.Contains(path, report["warnings"]!.AsArray().Select(warning => (string?)warning!["path"]));
    }

    [Fact]
    public async Task A_role_from_a_recipe_may_do_what_its_names_say_and_no_more()
    {
        using var admin = await site.AdministratorAsync();
        await admin.ImportAsync(Recipe(Definitions, """
            {"name":"Roles","Roles":[
              {"Name":"Reader","Permissions":["AccessContentApi","ViewContent","SomethingElse"]},
              {"Name":"Writer","Permissions":["AccessContentApi","EditContent"]},
              {"Name":"Publisher","Permissions":["AccessContentApi","PublishContent"]}]}
            """));
        using var reader = await site.ClientAsync("Reader");
        using var writer = await site.ClientAsync("Writer");
        using var publisher = await site.ClientAsync("Publisher");
        var post = Post("", "角色试写", path: "posts/by-role");
        post.Remove("ContentItemId");

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.SaveAsync(post, draft: true)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await writer.SaveAsync(post)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await publisher.SaveAsync(post)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await publisher.PostRecipeAsync("{\"steps\":[]}"u8.ToArray())).StatusCode);
    }

    [Fact]
    public async Task A_role_nobody_stored_may_nothing()
    {
        using var client = await site.ClientAsync("NoSuchRole");

        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/api/content", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Built_in_roles_are_never_changed_by_a_file()
    {
        using var admin = await site.AdministratorAsync();

        var report = await admin.ImportAsync(
            """{"steps":[{"name":"Roles","Roles":[{"Name":"Member","Permissions":["PublishContent","AccessContentApi"]}]}]}""");
        using var member = await site.ClientAsync(Roles.Member);

        Assert.Equal(["built-in-role"], report.Codes("skipped"));
        Assert.Equal(HttpStatusCode.Forbidden, (await member.GetAsync("/api/content", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Permissions_are_added_to_and_taken_from_a_role()
    {
        using var admin = await site.AdministratorAsync();
        async Task<IReadOnlyList<string>> AfterAsync(string behavior, string permissions)
        {
            await admin.ImportAsync($$"""
                {"steps":[{"name":"roles","Roles":[{"Name":"Changing","Permissions":{{permissions}},"PermissionBehavior":"{{behavior}}"}]}]}
                """);
            return await site.WithServicesAsync(async services =>
                (await services.GetRequiredService<StoredRoles>().ListAsync(Cancel)).Single(role => role.Name == "Changing").Permissions);
        }

        Assert.Equal(["A", "B"], await AfterAsync("Replace", """["A","B","A"]"""));
        Assert.Equal(["A", "B", "C"], await AfterAsync("Add", """["C","A"]"""));
        Assert.Equal(["A", "C"], await AfterAsync("Remove", """["B"]"""));
    }

    [Fact]
    public async Task Settings_take_effect_where_they_mean_something_and_secrets_never_do()
    {
        using var client = await site.AdministratorAsync();

        var report = await client.ImportAsync("""
            {"steps":[{"name":"settings","SiteName":"导入的站名","SuperUser":"x","SiteSalt":"y","setup.completed":"","board.scope":"Everywhere",
              "HomeRoute":{"Action":"Index"},"SmtpSettings":{"Host":"h","Password":"p"}}]}
            """);

        Assert.Contains("导入的站名", await client.GetStringAsync("/", Cancel), StringComparison.Ordinal);
        Assert.Equal(4, report.Codes("warnings").Count(code => code == "refused-setting"));
        Assert.Equal(2, report.Codes("warnings").Count(code => code == "kept"));
        Assert.Contains("secret-removed", report.Codes("warnings"));
        Assert.NotNull(await site.WithServicesAsync(services =>
            services.GetRequiredService<SiteSettings>().GetAsync(SiteSettings.SetupCompleted, Cancel)));
    }

    [Fact]
    public async Task What_means_nothing_here_is_kept_and_comes_out_again_without_its_secrets()
    {
        using var client = await site.AdministratorAsync();
        const string Layers = """{"name":"Layers","Layers":[{"Name":"Always","LayerRule":{"Conditions":[{"$type":"X.BooleanCondition, X","Value":true}]}}]}""";
        const string Client = """{"name":"OpenIdApplication","clientId":"a2","clientSecret":"test-secret","roleEntries":[{"Name":"Editor"}]}""";
        const string Workflow = """{"name":"WorkflowType","data":[{"WorkflowTypeId":"w1","Name":"W","Activities":[1,2,3]}]}""";
        const string Strange = """{"name":"Teleport","To":"moon"}""";
        const string Templates = """{"name":"Templates","Templates":{"Content__X":{"Content":"<p>{{ Model }}</p>"}}}""";

        var report = await client.ImportAsync(Recipe(Layers, Client, Workflow, Strange, Templates));
        var exported = await client.GetStringAsync("/api/export", Cancel);
        var steps = JsonNode.Parse(exported)!["steps"]!.AsArray();

        Assert.Equal(4, report.Codes("warnings").Count(code => code == "kept"));
        Assert.Contains("unknown-step", report.Codes("warnings"));
        Assert.DoesNotContain("test-secret", exported, StringComparison.Ordinal);
        JsonNode Step(string name) => steps.Single(step => (string?)step!["name"] == name)!;
        Assert.Equal("X.BooleanCondition, X", (string?)Step("layers")["Layers"]![0]!["LayerRule"]!["Conditions"]![0]!["$type"]);
        Assert.Equal("a2", (string?)Step("OpenIdApplication")["clientId"]);
        Assert.Equal(3, Step("WorkflowType")["data"]![0]!["Activities"]!.AsArray().Count);
        Assert.Equal("moon", (string?)Step("Teleport")["To"]);
        Assert.Equal("<p>{{ Model }}</p>", (string?)Step("Templates")["Templates"]!["Content__X"]!["Content"]);
    }

    [Theory]
    [InlineData("""{"name":"Users","Users":[{"UserName":"evil","PasswordHash":"AQAAAA","RoleNames":["Administrator"]}]}""")]
    [InlineData("""{"name":"recipes","Values":[{"name":"Other"}]}""")]
    [InlineData("""{"name":"lucene-index-rebuild","includeAll":true}""")]
    [InlineData("""{"name":"command","Commands":["rm -rf /"]}""")]
    public async Task Orders_that_are_not_carried_out_are_told_and_not_kept(string step)
    {
        using var client = await site.AdministratorAsync();

        var report = await client.ImportAsync(Recipe(step));
        var exported = await client.GetStringAsync("/api/export", Cancel);

        Assert.Equal(["not-carried-out"], report.Codes("warnings"));
        Assert.DoesNotContain("AQAAAA", exported, StringComparison.Ordinal);
        Assert.DoesNotContain("rm -rf", exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_for_the_newest_of_a_type_finds_what_an_import_brought()
    {
        using var client = await site.AdministratorAsync();
        const string Queries = """
            {"name":"queries","Queries":[{"Source":"Sql","Name":"RecentJournalPosts","ReturnContentItems":true,
              "Template":"SELECT DocumentId FROM ContentItemIndex WHERE ContentType='JournalPost' ORDER BY CreatedUtc DESC LIMIT @limit:3"}]}
            """;
        await client.ImportAsync(Recipe(Definitions, Queries, Items(Post("q1", "甲"))));

        await client.ImportAsync(Recipe(Items(Post("q1", "甲的新版本", "q1-2"), Post("q2", "second content item display text"))));
        var found = await client.GetJsonAsync("/api/queries/recentJournalPosts");

        Assert.Contains("甲的新版本", found["items"]!.AsArray().Select(item => (string?)item!["DisplayText"]));
        Assert.Contains("second content item display text", found["items"]!.AsArray().Select(item => (string?)item!["DisplayText"]));
        Assert.DoesNotContain("甲", found["items"]!.AsArray().Select(item => (string?)item!["DisplayText"]));
    }

    [Fact]
    public async Task A_query_of_another_kind_is_kept_and_not_there()
    {
        using var client = await site.AdministratorAsync();

        var report = await client.ImportAsync(Recipe(
            """{"name":"queries","Queries":[{"Source":"Sql","Name":"Everything","Template":"SELECT * FROM Users"}]}"""));
        using var answer = await client.GetAsync("/api/queries/Everything", Cancel);

        Assert.Equal(["kept"], report.Codes("warnings"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Named_bags_of_a_type_and_of_an_item_come_through_whole()
    {
        using var client = await site.AdministratorAsync();
        var bags = new[] { ("Services", 3), ("Portfolio", 6), ("About", 4) };
        var type = new JsonObject
        {
            ["Name"] = "Landing",
            ["ContentTypePartDefinitionRecords"] = new JsonArray(
                [.. bags.Select(bag => new JsonObject { ["PartName"] = "BagPart", ["Name"] = bag.Item1 })]),
        };
        var item = new JsonObject
        {
            ["ContentItemId"] = "landing", ["ContentType"] = "Landing", ["DisplayText"] = "首页", ["Latest"] = true, ["Published"] = true,
        };
        foreach (var (name, count) in bags)
        {
            item[name] = new JsonObject
            {
                ["ContentItems"] = new JsonArray([.. Enumerable.Range(0, count).Select(n => new JsonObject
                {
                    ["ContentItemId"] = "[js:uuid()]", ["ContentType"] = "Piece", ["DisplayText"] = $"{name} {n}",
                })]),
            };
        }

        await client.ImportAsync(Recipe(
            new JsonObject { ["name"] = "ContentDefinition", ["ContentTypes"] = new JsonArray(type) }.ToJsonString(), Items(item)));
        var stored = await client.GetJsonAsync("/api/content/landing");

        Assert.All(bags, bag => Assert.Equal(bag.Item2, stored[bag.Item1]!["ContentItems"]!.AsArray().Count));
        Assert.Equal(
            13, bags.SelectMany(bag => stored[bag.Item1]!["ContentItems"]!.AsArray()).Select(node => (string?)node!["ContentItemId"]).Distinct().Count());
    }

    [Fact]
    public async Task An_import_is_written_down()
    {
        using var client = await site.AdministratorAsync();

        await client.ImportAsync(Recipe(Definitions, Items(Post("audited", "记入日志"))));

        Assert.Equal(1, await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>()
            .Set<PartyCms.Kernel.Audit.AuditEvent>()
            .CountAsync(entry => entry.SubjectId == "audited" && entry.Kind == "content.imported" && entry.ActorName == "test-client", Cancel)));
    }
}
