using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Contents.Organizing.Taxonomies;
using PartyCms.IntegrationTests.Api;
using PartyCms.Kernel.Content.Definitions;
using PartyCms.Kernel.Data;

namespace PartyCms.IntegrationTests.Contents.Organizing;

public sealed class TaxonomyTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_taxonomy_comes_back_as_it_was_posted_and_its_terms_are_rows()
    {
        using var client = await site.AdministratorAsync();
        var posted = Taxonomy("学习主题", "study", Term("a1", "党章", Term("a2", "总纲")), Term("a3", "条例"));
        posted["TaxonomyPart"]!["Terms"]![0]!["Unknown"] = new JsonObject { ["Kept"] = new JsonArray(1, null, "字") };

        var saved = await client.SavedAsync(posted);
        var read = await client.GetJsonAsync("/api/content/" + saved.Id());

        Assert.True(JsonNode.DeepEquals(posted["TaxonomyPart"], read["TaxonomyPart"]), read["TaxonomyPart"]!.ToJsonString());
        Assert.Equal(
            ["党章|0||study/党章", "总纲|1|a1|study/总纲", "条例|0||study/条例"],
            (await RowsAsync(saved.Id())).Select(row => $"{row.Name}|{row.Depth}|{row.ParentId}|{row.Path}"));
    }

    [Fact]
    public async Task A_new_tree_takes_the_place_of_the_rows_and_a_draft_does_not()
    {
        using var client = await site.AdministratorAsync();
        var item = await client.SavedAsync(Taxonomy("会变的", "changing", Term("b1", "旧的"), Term("b2", "留下的")));
        item["TaxonomyPart"]!["Terms"] = new JsonArray(Term("b2", "留下并改名"), Term("b3", "新的"));

        await client.SavedAsync(item, draft: true);
        var during = await RowsAsync(item.Id());
        await client.SavedAsync(item);

        Assert.Equal(["旧的", "留下的"], during.Select(row => row.Name));
        Assert.Equal(["留下并改名", "新的"], (await RowsAsync(item.Id())).Select(row => row.Name));
    }

    [Fact]
    public async Task A_taxonomy_that_is_deleted_leaves_no_rows()
    {
        using var client = await site.AdministratorAsync();
        var item = await client.SavedAsync(Taxonomy("要删的", "deleted-tree", Term("c1", "一"), Term("c2", "二")));

        using var answer = await client.DeleteAsync("/api/content/" + item.Id(), Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await RowsAsync(item.Id()));
    }

    [Theory]
    [InlineData("d1", "d1")]
    [InlineData("d2", "")]
    public async Task Terms_that_cannot_be_told_apart_are_refused_and_nothing_is_stored(string first, string second)
    {
        using var client = await site.AdministratorAsync();

        using var answer = await client.SaveAsync(Taxonomy("坏的", "bad-" + first, Term(first, "一"), Term(second, "二")));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.False(await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>()
            .Set<ContentTerm>().AnyAsync(row => row.TermId == first, Cancel)));
    }

    [Fact]
    public async Task The_items_of_a_term_are_listed_newest_first_page_by_page()
    {
        using var client = await site.AdministratorAsync();
        await DefineTaggedAsync();
        await client.SavedAsync(Taxonomy("标签", "tags", Term("e1", "甲"), Term("e2", "乙")));
        var ids = new List<string>();
        foreach (var title in new[] { "一", "二", "三" })
        {
            ids.Insert(0, (await client.SavedAsync(Tagged(title, "e1"))).Id());
        }

        await client.SavedAsync(Tagged("别的", "e2"));
        var first = await client.GetJsonAsync("/api/content?term=e1&take=2");
        var second = await client.GetJsonAsync("/api/content?term=e1&take=2&after=" + first["next"]);

        Assert.Equal(ids, Ids(first).Concat(Ids(second)));
        Assert.Null(second["next"]);
    }

    [Fact]
    public async Task An_item_that_gives_up_a_term_or_is_taken_down_leaves_the_terms_list()
    {
        using var client = await site.AdministratorAsync();
        await DefineTaggedAsync();
        var leaving = await client.SavedAsync(Tagged("换了标签", "f1"));
        var deleted = await client.SavedAsync(Tagged("删了", "f1"));
        var staying = await client.SavedAsync(Tagged("还在", "f1"));
        leaving["Tagged"]!["Tags"]!["TermContentItemIds"] = new JsonArray("f2");
        await client.SavedAsync(leaving);
        using var answer = await client.DeleteAsync("/api/content/" + deleted.Id(), Cancel);

        Assert.Equal([staying.Id()], Ids(await client.GetJsonAsync("/api/content?term=f1")));
        Assert.Equal([leaving.Id()], Ids(await client.GetJsonAsync("/api/content?term=f2")));
    }

    [Fact]
    public async Task A_term_has_a_page_below_its_taxonomy_that_follows_what_is_published()
    {
        using var client = await site.AdministratorAsync();
        using var reader = site.CreateVisitor();
        await DefineTaggedAsync();
        await client.SavedAsync(Taxonomy("读者看的", "for-readers", Term("k1", "上级", Term("k2", "下级"))));
        var tree = await reader.GetStringAsync("/for-readers", Cancel);
        var empty = await reader.GetStringAsync("/for-readers/下级", Cancel);
        await client.SavedAsync(Tagged("带下级标签的", "k2"));

        var page = await reader.GetStringAsync("/for-readers/下级", Cancel);
        var above = await reader.GetStringAsync("/for-readers/上级", Cancel);
        using var unknown = await reader.GetAsync("/for-readers/没有的", Cancel);

        Assert.Contains("上级", tree, StringComparison.Ordinal);
        Assert.DoesNotContain("带下级标签的", empty, StringComparison.Ordinal);
        Assert.Contains("带下级标签的", page, StringComparison.Ordinal);
        Assert.Contains("下级 <span class=\"chip__count\">1</span>", above, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task A_term_narrows_published_lists_only()
    {
        using var client = await site.AdministratorAsync();

        using var answer = await client.GetAsync("/api/content?term=e1&status=draft", Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task An_administrator_grows_a_tree_on_a_phone_and_saves_it_once()
    {
        using var admin = await site.SignInAsync("admin");
        using var added = await CmsFactory.PostFormAsync(admin, "/admin/taxonomies", new() { ["Name"] = "活动类型" });
        var page = added.Headers.Location!.OriginalString;
        var id = page.Split('/')[^1];
        var form = new Dictionary<string, string> { ["Revision"] = "1", ["NewName"] = "志愿服务", ["act"] = "add" };
        using var grown = await CmsFactory.PostFormAsync(admin, page, form);
        var html = await grown.Content.ReadAsStringAsync(Cancel);
        var before = await RowsAsync(id);

        using var saved = await CmsFactory.PostFormAsync(admin, page, new()
        {
            ["Revision"] = "1", ["Rows[0].Id"] = "g1", ["Rows[0].Depth"] = "0", ["Rows[0].Name"] = "志愿服务",
            ["Rows[1].Id"] = "g2", ["Rows[1].Depth"] = "1", ["Rows[1].Name"] = "理发", ["NewName"] = "磨刀", ["act"] = "save",
        });
        var rows = await RowsAsync(id);

        Assert.Contains("value=\"志愿服务\"", html, StringComparison.Ordinal);
        Assert.Empty(before);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal(["志愿服务|", "理发|g1", "磨刀|"], rows.Select(row => $"{row.Name}|{row.ParentId}"));
    }

    [Fact]
    public async Task Two_people_do_not_overwrite_each_others_tree()
    {
        using var client = await site.AdministratorAsync();
        using var admin = await site.SignInAsync("admin");
        var item = await client.SavedAsync(Taxonomy("两个人改", "two-people", Term("h1", "原来的")));
        await client.SavedAsync(item);

        using var answer = await CmsFactory.PostFormAsync(admin, "/admin/taxonomies/" + item.Id(), new()
        {
            ["Revision"] = "1", ["Rows[0].Id"] = "h1", ["Rows[0].Depth"] = "0", ["Rows[0].Name"] = "我改的", ["act"] = "save",
        });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("value=\"我改的\"", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(["原来的"], (await RowsAsync(item.Id())).Select(row => row.Name));
    }

    [Fact]
    public async Task A_term_without_a_name_is_refused_and_nothing_is_lost()
    {
        using var client = await site.AdministratorAsync();
        using var admin = await site.SignInAsync("admin");
        var item = await client.SavedAsync(Taxonomy("少名字", "no-name"));

        using var answer = await CmsFactory.PostFormAsync(admin, "/admin/taxonomies/" + item.Id(), new()
        {
            ["Revision"] = "1", ["Rows[0].Id"] = "i1", ["Rows[0].Depth"] = "0", ["Rows[0].Name"] = "有名字",
            ["Rows[1].Id"] = "i2", ["Rows[1].Depth"] = "0", ["Rows[1].Name"] = " ", ["act"] = "save",
        });
        var html = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("有的分类项还没有名称", html, StringComparison.Ordinal);
        Assert.Contains("value=\"有名字\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_write_the_platforms_content_finds_no_taxonomy()
    {
        using var client = await site.AdministratorAsync();
        using var secretary = await site.SignInAsync("secretary");
        var item = await client.SavedAsync(Taxonomy("不给看", "hidden-tree", Term("j1", "秘密分类")));

        using var list = await secretary.GetAsync("/admin/taxonomies", Cancel);
        using var tree = await secretary.GetAsync("/admin/taxonomies/" + item.Id(), Cancel);

        Assert.True(list.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Redirect, list.StatusCode.ToString());
        Assert.Equal(HttpStatusCode.NotFound, tree.StatusCode);
    }

    private static IEnumerable<string> Ids(JsonObject list) => list["items"]!.AsArray().Select(item => (string)item!["ContentItemId"]!);

    private static JsonObject Taxonomy(string title, string path, params JsonNode[] terms) => new()
    {
        ["ContentType"] = "Taxonomy",
        ["DisplayText"] = title,
        ["TitlePart"] = new JsonObject { ["Title"] = title },
        ["AutoroutePart"] = new JsonObject { ["Path"] = path },
        ["TaxonomyPart"] = new JsonObject { ["TermContentType"] = "Tag", ["Terms"] = new JsonArray(terms) },
    };

    private static JsonObject Term(string id, string name, params JsonNode[] below)
    {
        var term = new JsonObject
        {
            ["ContentItemId"] = id, ["ContentType"] = "Tag", ["DisplayText"] = name, ["TitlePart"] = new JsonObject { ["Title"] = name },
        };
        if (below.Length > 0)
        {
            term["Terms"] = new JsonArray(below);
        }

        return term;
    }

    private static JsonObject Tagged(string title, string term) => new()
    {
        ["ContentType"] = "Tagged",
        ["DisplayText"] = title,
        ["Tagged"] = new JsonObject
        {
            ["Tags"] = new JsonObject { ["TaxonomyContentItemId"] = "t", ["TermContentItemIds"] = new JsonArray(term), ["TagNames"] = new JsonArray() },
        },
    };

    private Task<bool> DefineTaggedAsync() => site.WithServicesAsync(async services =>
    {
        var definitions = services.GetRequiredService<ContentDefinitions>();
        string[] parts = ["TitlePart", "AutoroutePart", "Tagged"];
        await definitions.PutAsync(
            [
                new ContentTypeDefinition
                {
                    Name = "Tagged", DisplayName = "带标签的", Parts = [.. parts.Select(part => new ContentTypePart(part, part, []))],
                },
            ],
            [new ContentPartDefinition { Name = "Tagged", Fields = [new ContentFieldDefinition("TaxonomyField", "Tags", [])] }],
            Cancel);
        definitions.Flush();
        return true;
    });

    private Task<List<ContentTerm>> RowsAsync(string taxonomyId) => site.WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<ContentTerm>().AsNoTracking()
            .Where(row => row.TaxonomyId == taxonomyId).OrderBy(row => row.Position).ToListAsync(Cancel));
}
