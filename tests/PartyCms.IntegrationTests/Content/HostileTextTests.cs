using System.Net;
using System.Text.Json.Nodes;
using PartyCms.IntegrationTests.Api;
using PartyCms.IntegrationTests.Contents.Defined;

namespace PartyCms.IntegrationTests.Content;

/// <summary>Whatever anybody writes is stored or refused with a reason; the site itself never stumbles over it.</summary>
public sealed class HostileTextTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private const string Leaflet = """
        {"ContentTypes":[{"Name":"Leaflet","DisplayName":"传单","Settings":{"ContentTypeSettings":{"Creatable":true}},
          "ContentTypePartDefinitionRecords":[
            {"PartName":"TitlePart","Name":"TitlePart","Settings":{}},
            {"PartName":"AutoroutePart","Name":"AutoroutePart","Settings":{}},
            {"PartName":"HtmlBodyPart","Name":"HtmlBodyPart","Settings":{}},
            {"PartName":"MarkdownBodyPart","Name":"MarkdownBodyPart","Settings":{}},
            {"PartName":"Leaflet","Name":"Leaflet","Settings":{}}]}],
         "ContentParts":[{"Name":"Leaflet","ContentPartFieldDefinitionRecords":[
            {"FieldName":"MarkdownField","Name":"More","Settings":{}},
            {"FieldName":"HtmlField","Name":"Rich","Settings":{}},
            {"FieldName":"LinkField","Name":"Link","Settings":{}},
            {"FieldName":"TextField","Name":"Note","Settings":{}}]}]}
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Texts => new()
    {
        { "quotes within quotes", Many("> ", 5_000) },
        { "lists within lists", string.Concat(Enumerable.Range(0, 500).Select(depth => new string(' ', depth * 2) + "- 层\n")) },
        { "brackets", Many("[", 5_000) + Many("](", 5_000) },
        { "emphasis", Many("**_a ", 5_000) },
        { "tables", Many("|", 5_000) + "\n" + Many("|-", 5_000) },
        { "elements within elements", Many("<div><b>", 5_000) + "话" },
        { "quotes in tags", Many("<a href='\"", 3_000) },
        { "entities", Many("&#x10FFFF;&#0;&", 3_000) },
        { "a zero", "零\0零" },
        { "half a character", "半\ud83d个\udc00" },
        { "marks on marks", "字" + Many("\u0301", 5_000) },
        { "directions", Many("\u202e\u2066", 2_000) + "话" },
        { "lines without end", Many("\u2028\r\u0085", 2_000) + "话" },
        { "a placeholder", "{0} {{ x }} %s %00 ${y} [js: z] '; DROP TABLE content_items; --" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_text_is_stored_and_shown_or_refused(string name, string text)
    {
        await site.DefineAsync(Leaflet);
        using var api = await site.AdministratorAsync();
        using var reader = site.CreateVisitor();
        var slug = "hostile-" + name.Replace(' ', '-');

        using var saved = await api.SaveAsync(new JsonObject
        {
            ["ContentType"] = "Leaflet",
            ["TitlePart"] = new JsonObject { ["Title"] = text[..Math.Min(text.Length, 200)] },
            ["AutoroutePart"] = new JsonObject { ["Path"] = slug },
            ["HtmlBodyPart"] = new JsonObject { ["Html"] = text },
            ["MarkdownBodyPart"] = new JsonObject { ["Markdown"] = text },
            ["Leaflet"] = new JsonObject
            {
                ["More"] = new JsonObject { ["Markdown"] = text },
                ["Rich"] = new JsonObject { ["Html"] = text },
                ["Note"] = new JsonObject { ["Text"] = text },
            },
        });
        using var page = await reader.GetAsync("/" + slug, Cancel);
        using var search = await reader.GetAsync("/search?q=" + Uri.EscapeDataString(Whole(text)[..Math.Min(text.Length, 300)]), Cancel);

        Assert.True(saved.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, await saved.Content.ReadAsStringAsync(Cancel));
        Assert.True(page.StatusCode is HttpStatusCode.OK or HttpStatusCode.NotFound, page.StatusCode.ToString());
        Assert.Equal(saved.StatusCode == HttpStatusCode.OK, page.StatusCode == HttpStatusCode.OK);
        Assert.True(search.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, search.StatusCode.ToString());
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_text_typed_into_the_editor_is_stored_or_refused(string name, string text)
    {
        Assert.NotEmpty(name);
        await site.DefineAsync(Leaflet);
        using var admin = await site.SignInAsync("admin");

        using var answer = await Contents.ContentDeskSteps.PressAsync(admin, DefinedSite.New("Leaflet"), "publish", new()
        {
            ["Fields[TitlePart.Title]"] = Whole(text)[..Math.Min(text.Length, 200)],
            ["Fields[HtmlBodyPart.Html]"] = Whole(text),
            ["Fields[MarkdownBodyPart.Markdown]"] = Whole(text),
            ["Fields[Leaflet.More.Markdown]"] = Whole(text),
            ["Fields[Leaflet.Link.Url]"] = Whole(text),
            ["Fields[Leaflet.Link.Text]"] = Whole(text),
            ["Fields[Leaflet.Note.Text]"] = Whole(text),
        });

        // A form with a zero in it is none; whoever sends one is told so.
        Assert.True(
            answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.UnprocessableEntity
                || (answer.StatusCode == HttpStatusCode.BadRequest && text.Contains('\0', StringComparison.Ordinal)),
            answer.StatusCode.ToString());
    }

    private static string Many(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));

    // A form and an address cannot carry half a character.
    private static string Whole(string text) => text.Replace('\ud83d', '?').Replace('\udc00', '?');
}
