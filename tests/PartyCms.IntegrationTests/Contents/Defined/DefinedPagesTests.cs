using System.Net;
using System.Text.Json.Nodes;
using PartyCms.IntegrationTests.Api;
using static PartyCms.IntegrationTests.Contents.Defined.DefinedSite;

namespace PartyCms.IntegrationTests.Contents.Defined;

public sealed class DefinedPagesTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private const string Types = """
        {"ContentTypes":[
          {"Name":"Shelf","DisplayName":"书架","Settings":{"ContentTypeSettings":{"Creatable":true}},"ContentTypePartDefinitionRecords":[
            {"PartName":"TitlePart","Name":"TitlePart"},{"PartName":"AutoroutePart","Name":"AutoroutePart"},
            {"PartName":"ListPart","Name":"ListPart","Settings":{"ListPartSettings":{"PageSize":2,"ContainedContentTypes":["Book"]}}}]},
          {"Name":"Book","DisplayName":"书","Settings":{"ContentTypeSettings":{"Creatable":true}},"ContentTypePartDefinitionRecords":[
            {"PartName":"TitlePart","Name":"TitlePart"},{"PartName":"AutoroutePart","Name":"AutoroutePart"},
            {"PartName":"MarkdownBodyPart","Name":"MarkdownBodyPart"},{"PartName":"Book","Name":"Book"}]},
          {"Name":"Badge","DisplayName":"徽章","Settings":{"ContentTypeSettings":{"Creatable":true,"Stereotype":"Widget"}},"ContentTypePartDefinitionRecords":[
            {"PartName":"TitlePart","Name":"TitlePart"}]}],
         "ContentParts":[{"Name":"Book","ContentPartFieldDefinitionRecords":[
            {"FieldName":"TextField","Name":"Writer","Settings":{"ContentPartFieldSettings":{"DisplayName":"作者","Position":"0"}}},
            {"FieldName":"NumericField","Name":"Pages","Settings":{"ContentPartFieldSettings":{"DisplayName":"页数","Position":"1"}}},
            {"FieldName":"DateField","Name":"Printed","Settings":{"ContentPartFieldSettings":{"DisplayName":"出版","Position":"2"}}},
            {"FieldName":"BooleanField","Name":"Lent","Settings":{"ContentPartFieldSettings":{"DisplayName":"借出","Position":"3"}}},
            {"FieldName":"LinkField","Name":"Shop","Settings":{"ContentPartFieldSettings":{"DisplayName":"购书","Position":"4"}}},
            {"FieldName":"HtmlField","Name":"Blurb","Settings":{"ContentPartFieldSettings":{"DisplayName":"书评","Position":"5"}}},
            {"FieldName":"UserPickerField","Name":"Reader","Settings":{"ContentPartFieldSettings":{"DisplayName":"读者","Position":"6"}}},
            {"FieldName":"TextField","Name":"Inside","Settings":{"ContentPartFieldSettings":{"DisplayName":"内部","Position":"7"},"PartyFieldSettings":{"Hidden":true}}}]}]}
        """;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_item_stands_at_its_address_with_body_and_fields()
    {
        await site.DefineAsync(Types);
        using var api = await site.AdministratorAsync();
        using var reader = site.CreateVisitor();
        await api.SavedAsync(Book("宣言", "books/manifesto", """
            {"Writer":{"Text":"马克思"},"Pages":{"Value":120.0},"Printed":{"Value":"1920-08-01T00:00:00Z"},"Lent":{"Value":false},
             "Shop":{"Url":"https://example.cn/b","Text":"买一本"},"Blurb":{"Html":"<p>值得读</p><script>alert(1)</script>"},
             "Reader":{"UserIds":["4abc"],"UserNames":["张三丰"]},"Inside":{"Text":"不给人看"}}
            """, "# 第一章\n\n**要点**<script>alert(2)</script>"));

        using var answer = await reader.GetAsync("/books/manifesto", Cancel);
        var html = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        foreach (var text in new[]
        {
            "<title>宣言 - ", "<h1>宣言</h1>", "<dt>作者</dt>", "马克思", ">120</dd>", "1920年8月1日", ">否</dd>", "href=\"https://example.cn/b\"", "买一本",
            "<p>值得读</p>", "<strong>要点</strong>", "/books/manifesto\">", "rel=\"canonical\"",
        })
        {
            Assert.Contains(text, html, StringComparison.Ordinal);
        }

        foreach (var text in new[] { "张三丰", "4abc", "不给人看", "alert(1)", "alert(2)" })
        {
            Assert.DoesNotContain(text, html, StringComparison.Ordinal);
        }

        Assert.Contains("/books/manifesto", await reader.GetStringAsync("/search?q=" + Uri.EscapeDataString("马克思"), Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("/books/manifesto", await reader.GetStringAsync("/search?q=" + Uri.EscapeDataString("不给人看"), Cancel), StringComparison.Ordinal);
        Assert.Contains("/books/manifesto", await reader.GetStringAsync("/sitemap.xml", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_is_seen_at_once_and_a_withdrawn_item_answers_410()
    {
        await site.DefineAsync(Types);
        using var api = await site.AdministratorAsync();
        using var reader = site.CreateVisitor();
        var saved = await api.SavedAsync(Book("初版", "books/edition", """{"Writer":{"Text":"甲"}}"""));
        Assert.Contains("初版", await reader.GetStringAsync("/books/edition", Cancel), StringComparison.Ordinal);

        saved["TitlePart"]!["Title"] = "再版";
        saved["DisplayText"] = "再版";
        await api.SavedAsync(saved);
        Assert.Contains("再版", await reader.GetStringAsync("/books/edition", Cancel), StringComparison.Ordinal);

        using var admin = await site.SignInAsync("admin");
        using var withdrawn = await CmsFactory.PostFormAsync(
            admin, "/admin/content/withdraw/" + saved.Id(), new() { ["Reason"] = "内容有误" });
        using var gone = await reader.GetAsync("/books/edition", Cancel);

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Gone), (withdrawn.StatusCode, gone.StatusCode));
        Assert.Contains("内容有误", await gone.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/books/nothing-here", HttpStatusCode.NotFound)]
    [InlineData("/wp-login.php", HttpStatusCode.NotFound)]
    [InlineData("/contents/item/books/manifesto", HttpStatusCode.NotFound)]
    [InlineData("/admin/nothing", HttpStatusCode.NotFound)]
    [InlineData("/api/nothing", HttpStatusCode.NotFound)]
    public async Task An_address_that_nobody_has_is_404(string address, HttpStatusCode status)
    {
        using var reader = site.CreateVisitor();

        using var answer = await reader.GetAsync(address, Cancel);

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Other_methods_are_answered_as_before()
    {
        await site.DefineAsync(Types);
        using var api = await site.AdministratorAsync();
        await api.SavedAsync(Book("只读", "books/read-only", "{}"));
        using var reader = site.CreateVisitor();
        using var nothing = new StringContent("");

        using var posted = await reader.PostAsync("/books/read-only", nothing, Cancel);
        using var wrong = await reader.PutAsync("/api/content", nothing, Cancel);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed), (posted.StatusCode, wrong.StatusCode));
    }

    [Fact]
    public async Task An_id_leads_to_the_address_and_so_does_a_slash_too_many()
    {
        await site.DefineAsync(Types);
        using var api = await site.AdministratorAsync();
        var saved = await api.SavedAsync(Book("有编号", "books/by-id", "{}"));
        using var reader = site.CreateVisitor();

        using var byId = await reader.GetAsync("/" + saved.Id(), Cancel);
        using var slash = await reader.GetAsync("/books/by-id/", Cancel);

        Assert.Equal((HttpStatusCode.MovedPermanently, "/books/by-id"), (byId.StatusCode, byId.Headers.Location!.OriginalString));
        Assert.Equal((HttpStatusCode.MovedPermanently, "/books/by-id"), (slash.StatusCode, slash.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task A_list_shows_its_items_page_by_page_and_each_leads_back_to_it()
    {
        await site.DefineAsync(Types);
        using var api = await site.AdministratorAsync();
        using var reader = site.CreateVisitor();
        var shelf = await api.SavedAsync(JsonNode.Parse("""{"ContentType":"Shelf","DisplayText":"红书架","TitlePart":{"Title":"红书架"},"AutoroutePart":{"Path":"red-shelf"}}""")!);
        foreach (var title in new[] { "第一本", "第二本", "第三本" })
        {
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            var book = Book(title, "red-shelf/" + title, "{}");
            book["ContainedPart"] = new JsonObject { ["ListContentItemId"] = shelf.Id(), ["ListContentType"] = "Shelf", ["Order"] = 0 };
            await api.SavedAsync(book);
        }

        var first = await reader.GetStringAsync("/red-shelf", Cancel);
        var next = System.Text.RegularExpressions.Regex.Match(first, "href=\"(/red-shelf\\?after=[^\"]+)\"").Groups[1].Value;
        var second = await reader.GetStringAsync(WebUtility.HtmlDecode(next), Cancel);
        var child = await reader.GetStringAsync("/red-shelf/" + Uri.EscapeDataString("第三本"), Cancel);

        Assert.Contains("第三本", first, StringComparison.Ordinal);
        Assert.Contains("第二本", first, StringComparison.Ordinal);
        Assert.DoesNotContain("第一本", first, StringComparison.Ordinal);
        Assert.Contains("第一本", second, StringComparison.Ordinal);
        Assert.DoesNotContain("第三本", second, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/red-shelf\">红书架</a>", child, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_seen_in_its_preview_and_nowhere_else()
    {
        await site.DefineAsync(Types);
        using var admin = await site.SignInAsync("admin");
        using var reader = site.CreateVisitor();
        var id = await admin.SavedAsync(New("Book"), "draft", new()
        {
            ["Fields[TitlePart.Title]"] = "未完稿", ["Fields[AutoroutePart.Path]"] = "books/unfinished", ["Fields[Book.Writer.Text]"] = "无名氏",
        });

        var preview = await admin.GetStringAsync("/admin/content/preview/" + id, Cancel);
        using var answer = await reader.GetAsync("/books/unfinished", Cancel);

        Assert.Contains("无名氏", preview, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_desk_offers_what_may_be_written_and_no_piece_of_others()
    {
        await site.DefineAsync(Types);
        using var admin = await site.SignInAsync("admin");
        using var secretary = await site.SignInAsync("secretary");

        var offered = await admin.GetStringAsync("/admin/content/other", Cancel);
        using var piece = await admin.GetAsync(New("Badge"), Cancel);
        using var foreign = await secretary.GetAsync(New("Book"), Cancel);

        Assert.Contains("/admin/content/edit?type=Book", offered, StringComparison.Ordinal);
        Assert.DoesNotContain("Badge", offered, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (piece.StatusCode, foreign.StatusCode));
    }

    [Fact]
    public async Task A_secretary_writes_what_belongs_to_a_branch_for_the_own_one_only()
    {
        await site.DefineAsync("""
            {"ContentTypes":[{"Name":"BranchLog","DisplayName":"支部日志","Settings":{"ContentTypeSettings":{"Creatable":true},"PartyTypeSettings":{"NeedsBranch":true}},
              "ContentTypePartDefinitionRecords":[{"PartName":"TitlePart","Name":"TitlePart"},{"PartName":"AutoroutePart","Name":"AutoroutePart"}]}]}
            """);
        using var secretary = await site.SignInAsync("secretary");
        using var foreigner = await site.SignInAsync("secretary2");

        var id = await secretary.SavedAsync(New("BranchLog"), "draft", new() { ["Fields[TitlePart.Title]"] = "九月日志" });
        using var seen = await foreigner.GetAsync(Edit(id), Cancel);
        using var moved = await secretary.PressAsync(New("BranchLog"), "publish", new()
        {
            ["Fields[TitlePart.Title]"] = "借别家的名", ["Fields[PartyBranchPart.BranchId]"] = (await site.BranchAsync("yunfan")).ToString(),
        });

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity), (seen.StatusCode, moved.StatusCode));
        Assert.Equal((await site.BranchAsync("qinghe")).ToString(), (string?)(await site.PartsAsync(id))["PartyBranchPart"]!["BranchId"]);
    }

    private static JsonObject Book(string title, string path, string fields, string markdown = "正文") => new()
    {
        ["ContentType"] = "Book",
        ["DisplayText"] = title,
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["AutoroutePart"] = new JsonObject { ["Path"] = path },
        ["MarkdownBodyPart"] = new JsonObject { ["Markdown"] = markdown },
        ["Book"] = JsonNode.Parse(fields),
    };
}
