using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.IntegrationTests.Api;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;
using static PartyCms.IntegrationTests.Contents.Defined.DefinedSite;

namespace PartyCms.IntegrationTests.Contents.Defined;

public sealed class TypeAdministrationTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private const string Label = "S[ContentPartFieldSettings.DisplayName]";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_type_made_here_is_written_shown_and_exported()
    {
        using var admin = await site.SignInAsync("admin");
        await SavedAsync(admin, "/admin/types/new", new() { ["NewName"] = "ReadingClub", ["DisplayName"] = "读书会" });
        await SavedAsync(admin, "/admin/types/parts/ReadingClub/fields/new?kind=TextField&type=ReadingClub", new()
        {
            ["NewName"] = "Place", [Label] = "地点", ["S[TextFieldSettings.Required]"] = "true", ["S[TextFieldSettings.MaxLength]"] = "20",
        });

        var form = await admin.GetStringAsync(New("ReadingClub"), Cancel);
        using var wrong = await admin.PressAsync(New("ReadingClub"), "publish", new() { ["Fields[TitlePart.Title]"] = "第一次", ["Fields[ReadingClub.Place.Text]"] = "" });
        await admin.SavedAsync(New("ReadingClub"), "publish", new()
        {
            ["Fields[TitlePart.Title]"] = "第一次", ["Fields[AutoroutePart.Path]"] = "reading/first", ["Fields[ReadingClub.Place.Text]"] = "活动室",
        });
        using var reader = site.CreateVisitor();

        Assert.Contains("地点", form, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("活动室", await reader.GetStringAsync("/reading/first", Cancel), StringComparison.Ordinal);
        Assert.True(await WroteAsync("content.type-defined", "ReadingClub"));
    }

    [Fact]
    public async Task A_type_leads_to_its_items_and_names_its_own_fields()
    {
        using var admin = await site.SignInAsync("admin");
        await SavedAsync(admin, "/admin/types/new", new() { ["NewName"] = "Outing", ["DisplayName"] = "郊游" });
        await SavedAsync(admin, "/admin/types/parts/Outing/fields/new?kind=TextField&type=Outing", new() { ["NewName"] = "Place", [Label] = "地点" });

        var html = await admin.GetStringAsync("/admin/types/Outing", Cancel);

        Assert.Contains("href=\"/admin/content?type=Outing\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"/admin/types/Outing/parts/Outing\">自己的字段</a>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "空名字")]
    [InlineData("9lives", "数字开头")]
    [InlineData("BranchNews", "占用")]
    [InlineData("TitlePart", "部件的名字")]
    [InlineData("GoodName", "")]
    public async Task A_type_with_a_wrong_name_is_refused_and_keeps_what_was_typed(string name, string display)
    {
        using var admin = await site.SignInAsync("admin");

        using var answer = await CmsFactory.PostFormAsync(
            admin, "/admin/types/new", new() { ["NewName"] = name, ["DisplayName"] = display, ["S[ContentTypeSettings.Description]"] = "写下的说明" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("写下的说明", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_type_with_items_is_not_deleted_and_says_how_many_there_are()
    {
        using var admin = await site.SignInAsync("admin");
        using var api = await site.AdministratorAsync();
        await SavedAsync(admin, "/admin/types/new", new() { ["NewName"] = "Leavable", ["DisplayName"] = "可删的" });
        var item = await api.SavedAsync(JsonNode.Parse("""{"ContentType":"Leavable","DisplayText":"一条","TitlePart":{"Title":"一条"}}""")!);

        using var refused = await CmsFactory.PostFormAsync(admin, "/admin/types/Leavable", [], "/admin/types/Leavable?handler=remove");
        using var deleted = await api.DeleteAsync("/api/content/" + item.Id(), Cancel);
        using var removed = await CmsFactory.PostFormAsync(admin, "/admin/types/Leavable", [], "/admin/types/Leavable?handler=remove");
        using var gone = await admin.GetAsync("/admin/types/Leavable", Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("还有 1 条内容", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Redirect, HttpStatusCode.NotFound), (deleted.StatusCode, removed.StatusCode, gone.StatusCode));
    }

    [Fact]
    public async Task A_type_of_the_platform_is_extended_and_not_removed()
    {
        using var admin = await site.SignInAsync("admin");
        using var secretary = await site.SignInAsync("secretary");
        await SavedAsync(admin, "/admin/types/parts/Guide/fields/new?kind=TextField&type=Guide", new() { ["NewName"] = "Phone", [Label] = "咨询电话" });

        var page = await admin.GetStringAsync("/admin/types/Guide", Cancel);
        using var removed = await CmsFactory.PostFormAsync(admin, "/admin/types/Guide", [], "/admin/types/Guide?handler=remove");
        var form = await admin.GetStringAsync(New("Guide"), Cancel);
        var id = await admin.SavedAsync(New("Guide"), "draft", new()
        {
            ["Fields[TitlePart.Title]"] = "办事指南", ["Fields[HtmlBodyPart.Html]"] = "<p>怎么办。</p>", ["Fields[Guide.Phone.Text]"] = "12380",
        });

        Assert.DoesNotContain("删除这个类型", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, removed.StatusCode);
        Assert.Contains("咨询电话", form, StringComparison.Ordinal);
        AssertJson("""{"Phone":{"Text":"12380"}}""", (await site.PartsAsync(id))["Guide"]);
    }

    [Fact]
    public async Task What_a_module_declares_of_a_part_stays_and_the_rest_goes()
    {
        using var admin = await site.SignInAsync("admin");
        const string fields = "/admin/types/parts/DisclosurePart/fields/";
        await SavedAsync(admin, fields + "new?kind=NumericField", new() { ["NewName"] = "Sheets", [Label] = "份数" });

        using var declared = await CmsFactory.PostFormAsync(admin, fields + "Group", [], fields + "Group?handler=remove");
        using var added = await CmsFactory.PostFormAsync(admin, fields + "Sheets", [], fields + "Sheets?handler=remove");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Redirect), (declared.StatusCode, added.StatusCode));
        Assert.Equal(["Group", "Rhythm", "DocNo", "Scope", "Statement"], await FieldsAsync("DisclosurePart"));
    }

    [Fact]
    public async Task Parts_are_attached_ordered_and_detached()
    {
        using var admin = await site.SignInAsync("admin");
        await SavedAsync(admin, "/admin/types/new", new() { ["NewName"] = "Kit", ["DisplayName"] = "套件" });
        await SavedAsync(admin, "/admin/types/Kit", Names("套件", ("Attach", "BagPart"), ("AttachAs", "Tools")));
        await SavedAsync(admin, "/admin/types/Kit", Names("套件", ("Attach", "BagPart"), ("AttachAs", "Spares")));
        Assert.Equal(["TitlePart", "HtmlBodyPart", "AutoroutePart", "Tools", "Spares"], await PartsAsync("Kit"));

        await SavedAsync(admin, "/admin/types/Kit", Names(
            "套件", ("Order[0].Name", "Spares"), ("Order[0].Number", "1"), ("Order[1].Name", "TitlePart"), ("Order[1].Number", "2"),
            ("Order[2].Name", "HtmlBodyPart"), ("Order[2].Number", "3"), ("Order[2].Detach", "true")));
        Assert.Equal(["Spares", "TitlePart", "AutoroutePart", "Tools"], await PartsAsync("Kit"));

        using var twice = await CmsFactory.PostFormAsync(admin, "/admin/types/Kit", Names("套件", ("Attach", "BagPart"), ("AttachAs", "Tools")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
    }

    [Fact]
    public async Task Settings_that_are_not_known_here_are_shown_and_kept()
    {
        await site.DefineAsync("""
            {"ContentTypes":[{"Name":"Imported","DisplayName":"导入的","Settings":{"ContentTypeSettings":{"Creatable":true},"LuceneContentIndexSettings":{"Included":true}},
              "ContentTypePartDefinitionRecords":[{"PartName":"Imported","Name":"Imported","Settings":{}},{"PartName":"WidgetsListPart","Name":"WidgetsListPart","Settings":{"X":{"Y":1}}}]}],
             "ContentParts":[{"Name":"Imported","ContentPartFieldDefinitionRecords":[
               {"FieldName":"TextField","Name":"Icon","Settings":{"ContentPartFieldSettings":{"DisplayName":"图标","Editor":"IconPicker"},"GraphQLSettings":{"Hidden":true}}},
               {"FieldName":"GeoPointField","Name":"Where","Settings":{"GeoPointFieldSettings":{"Zoom":3}}}]}]}
            """);
        using var admin = await site.SignInAsync("admin");

        var type = await admin.GetStringAsync("/admin/types/Imported", Cancel);
        var field = await admin.GetStringAsync("/admin/types/parts/Imported/fields/Icon", Cancel);
        await SavedAsync(admin, "/admin/types/Imported", Names("改了名", ("S[ContentTypeSettings.Creatable]", "true")));
        await SavedAsync(admin, "/admin/types/parts/Imported/fields/Icon", new() { [Label] = "新图标", ["S[ContentPartFieldSettings.Editor]"] = "IconPicker" });
        var (settings, part) = await site.WithServicesAsync(services =>
        {
            var definitions = services.GetRequiredService<ContentDefinitions>();
            return Task.FromResult((definitions.FindType("Imported")!.Definition!, DefinitionJson.Write(definitions.Parts["Imported"])));
        });

        Assert.Contains("LuceneContentIndexSettings.Included", type, StringComparison.Ordinal);
        Assert.Contains("GeoPointField", type, StringComparison.Ordinal);
        Assert.Contains("IconPicker（原样保留）", field, StringComparison.Ordinal);
        AssertJson("""{"ContentTypeSettings":{"Creatable":true},"LuceneContentIndexSettings":{"Included":true}}""", settings.Settings);
        AssertJson("""{"Y":1}""", settings.FindPart("WidgetsListPart")!.Settings["X"]);
        var fields = part["ContentPartFieldDefinitionRecords"]!.AsArray();
        AssertJson("""{"ContentPartFieldSettings":{"DisplayName":"新图标","Editor":"IconPicker","Position":"0"},"GraphQLSettings":{"Hidden":true}}""", fields[0]!["Settings"]);
        AssertJson("""{"Zoom":3}""", fields[1]!["Settings"]!["GeoPointFieldSettings"]);
    }

    [Theory]
    [InlineData("/admin/types")]
    [InlineData("/admin/types/new")]
    [InlineData("/admin/types/BranchNews")]
    [InlineData("/admin/types/BranchNews/parts/TitlePart")]
    [InlineData("/admin/types/parts/DisclosurePart")]
    [InlineData("/admin/types/parts/DisclosurePart/fields/Group")]
    public async Task Only_an_administrator_defines_content(string page)
    {
        using var secretary = await site.SignInAsync("secretary");
        using var admin = await site.SignInAsync("admin");

        using var refused = await secretary.GetAsync(page, Cancel);
        using var shown = await admin.GetAsync(page, Cancel);

        Assert.True(refused.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Redirect, refused.StatusCode.ToString());
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
    }

    [Theory]
    [InlineData("/admin/types/Nothing")]
    [InlineData("/admin/types/BranchNews/parts/Nothing")]
    [InlineData("/admin/types/parts/Nothing")]
    [InlineData("/admin/types/parts/DisclosurePart/fields/Nothing")]
    [InlineData("/admin/types/parts/DisclosurePart/fields/new?kind=HologramField")]
    public async Task What_does_not_exist_is_404(string page)
    {
        using var admin = await site.SignInAsync("admin");

        using var answer = await admin.GetAsync(page, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static Dictionary<string, string> Names(string display, params ReadOnlySpan<(string Name, string Value)> more)
    {
        var form = new Dictionary<string, string> { ["DisplayName"] = display };
        foreach (var (name, value) in more)
        {
            form[name] = value;
        }

        return form;
    }

    private static async Task SavedAsync(HttpClient client, string page, Dictionary<string, string> form)
    {
        using var answer = await CmsFactory.PostFormAsync(client, page, form);
        if (answer.StatusCode != HttpStatusCode.Redirect)
        {
            Assert.Fail(await answer.Content.ReadAsStringAsync(Cancel));
        }
    }

    private Task<List<string>> PartsAsync(string type) => site.WithServicesAsync(services => Task.FromResult(
        services.GetRequiredService<ContentDefinitions>().FindType(type)!.Definition!.PartsByPosition.Select(part => part.Name).ToList()));

    private Task<List<string>> FieldsAsync(string part) => site.WithServicesAsync(services => Task.FromResult(
        services.GetRequiredService<ContentDefinitions>().Parts[part].FieldsByPosition.Select(field => field.Name).ToList()));

    private Task<bool> WroteAsync(string kind, string subject) => site.WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<AuditEvent>().AnyAsync(entry => entry.Kind == kind && entry.SubjectId == subject, Cancel));
}
