using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.IntegrationTests.Api;
using static PartyCms.IntegrationTests.Contents.Defined.DefinedSite;

namespace PartyCms.IntegrationTests.Contents.Defined;

/// <summary>The views of this test project stand for those of a theme.</summary>
public sealed class OwnViewTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private const string Types = """
        {"ContentTypes":[
          {"Name":"Placard","DisplayName":"招贴","Settings":{"ContentTypeSettings":{"Creatable":true}},"ContentTypePartDefinitionRecords":[
            {"PartName":"TitlePart","Name":"TitlePart"},{"PartName":"AutoroutePart","Name":"AutoroutePart"}]},
          {"Name":"Clock","DisplayName":"时钟","Settings":{"ContentTypeSettings":{"Creatable":true}},"ContentTypePartDefinitionRecords":[
            {"PartName":"TitlePart","Name":"TitlePart"},{"PartName":"Clock","Name":"Clock"}]}],
         "ContentParts":[{"Name":"Clock","ContentPartFieldDefinitionRecords":[
            {"FieldName":"TimeField","Name":"Rings","Settings":{"ContentPartFieldSettings":{"DisplayName":"响铃"}}}]}]}
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_view_named_after_the_type_shows_and_edits_it()
    {
        await using var themed = Themed();
        await site.DefineAsync(Types);
        await ReadAgainAsync(themed);
        using var api = await site.AdministratorAsync();
        await api.SavedAsync(JsonNode.Parse("""{"ContentType":"Placard","DisplayText":"来看","TitlePart":{"Title":"来看"},"AutoroutePart":{"Path":"placard"}}""")!);
        using var reader = themed.CreateClient();

        var page = await reader.GetStringAsync("/placard", Cancel);

        Assert.Contains("<h1>招贴：来看</h1>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Placard", "招贴的编辑界面")]
    [InlineData("Clock", "自己的时间：响铃")]
    public async Task A_view_named_after_the_type_or_the_kind_of_field_takes_the_place_of_the_editor(string type, string text)
    {
        await using var themed = Themed();
        await site.DefineAsync(Types);
        await ReadAgainAsync(themed);
        using var admin = themed.CreateDefaultClient(new CookieJar());
        using var signedIn = await CmsFactory.PostFormAsync(
            admin, "/account/login", new() { ["UserName"] = "admin", ["Password"] = CmsFactory.DemoPassword });

        Assert.Contains(text, await admin.GetStringAsync(New(type), Cancel), StringComparison.Ordinal);
    }

    private static async Task ReadAgainAsync(WebApplicationFactory<Program> themed)
    {
        await using var scope = themed.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<PartyCms.Kernel.Content.Definitions.DefinitionSnapshot>().LoadAsync(
            scope.ServiceProvider.GetRequiredService<PartyCms.Kernel.Data.CmsDbContext>(), Cancel);
    }

    private WebApplicationFactory<Program> Themed() => site.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
        services.AddMvc().ConfigureApplicationPartManager(parts =>
            parts.ApplicationParts.Insert(0, new CompiledRazorAssemblyPart(typeof(OwnViewTests).Assembly)))));
}
