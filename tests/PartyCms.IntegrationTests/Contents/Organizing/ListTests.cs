using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.IntegrationTests.Api;
using PartyCms.Kernel.Content.Definitions;

namespace PartyCms.IntegrationTests.Contents.Organizing;

public sealed class ListTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_items_of_a_list_are_asked_for_by_its_id()
    {
        using var client = await site.AdministratorAsync();
        var list = await ListAsync(client, "专题一");
        var inside = await client.SavedAsync(Entry("里面的", list));
        var draft = await client.SavedAsync(Entry("里面的草稿", list), draft: true);
        await client.SavedAsync(Entry("外面的", null));

        var published = await client.GetJsonAsync("/api/content?container=" + list);
        var latest = await client.GetJsonAsync("/api/content?status=latest&container=" + list);

        Assert.Equal([inside.Id()], Ids(published));
        Assert.Equal([draft.Id(), inside.Id()], Ids(latest));
    }

    [Fact]
    public async Task An_administrator_orders_a_list_without_making_new_editions()
    {
        using var client = await site.AdministratorAsync();
        using var admin = await site.SignInAsync("admin");
        var list = await ListAsync(client, "要排的");
        var first = await client.SavedAsync(Entry("甲", list, 0));
        var second = await client.SavedAsync(Entry("乙", list, 1));

        using var moved = await CmsFactory.PostFormAsync(
            admin, "/admin/lists/" + list, new() { ["item"] = second.Id() }, $"/admin/lists/{list}?handler=Up");
        var now = await client.GetJsonAsync("/api/content/" + second.Id());
        var page = await admin.GetStringAsync("/admin/lists/" + list, Cancel);
        using var reader = site.CreateVisitor();
        var shown = await reader.GetStringAsync("/要排的", Cancel);

        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.Equal((0, (string?)second["ContentItemVersionId"]), ((int)now["ContainedPart"]!["Order"]!, (string?)now["ContentItemVersionId"]));
        Assert.True(shown.IndexOf('乙', StringComparison.Ordinal) < shown.IndexOf('甲', StringComparison.Ordinal));
        Assert.True(page.IndexOf(second.Id(), StringComparison.Ordinal) < page.IndexOf(first.Id(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, "a-leaf")]
    [InlineData(true, "目的地/会搬的叶子")]
    public async Task An_item_that_is_put_into_a_list_gets_a_new_address_only_when_asked(bool renewed, string path)
    {
        using var client = await site.AdministratorAsync();
        using var admin = await site.SignInAsync("admin");
        var list = await ListAsync(client, "目的地");
        var entry = Entry("会搬的叶子", null);
        entry["AutoroutePart"] = new JsonObject { ["Path"] = "a-leaf" };
        var item = await client.SavedAsync(entry);

        using var moved = await CmsFactory.PostFormAsync(
            admin, "/admin/lists/" + list, new() { ["item"] = item.Id(), ["renewed"] = renewed ? "true" : "false" },
            $"/admin/lists/{list}?handler=Add");
        var now = await client.GetJsonAsync("/api/content/" + item.Id());
        using var deleted = await client.DeleteAsync("/api/content/" + item.Id(), Cancel);

        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        Assert.Equal((list, path), ((string?)now["ContainedPart"]!["ListContentItemId"], (string?)now["AutoroutePart"]!["Path"]));
    }

    [Fact]
    public async Task An_item_that_is_taken_out_stays_published_at_its_address()
    {
        using var client = await site.AdministratorAsync();
        using var admin = await site.SignInAsync("admin");
        var list = await ListAsync(client, "要出去的");
        var item = await client.SavedAsync(Entry("出去", list));

        using var removed = await CmsFactory.PostFormAsync(
            admin, "/admin/lists/" + list, new() { ["item"] = item.Id() }, $"/admin/lists/{list}?handler=Remove");
        var now = await client.GetJsonAsync("/api/content/" + item.Id());

        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Null(now["ContainedPart"]);
        Assert.Equal((string?)item["AutoroutePart"]!["Path"], (string?)now["AutoroutePart"]!["Path"]);
        Assert.Empty(Ids(await client.GetJsonAsync("/api/content?container=" + list)));
    }

    [Fact]
    public async Task A_list_takes_only_the_types_it_names()
    {
        using var client = await site.AdministratorAsync();
        using var admin = await site.SignInAsync("admin");
        var list = await ListAsync(client, "挑剔的");
        var news = await client.SavedAsync(await site.NewsAsync("不是条目"));

        using var answer = await CmsFactory.PostFormAsync(
            admin, "/admin/lists/" + list, new() { ["item"] = news.Id() }, $"/admin/lists/{list}?handler=Add");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_list_cannot_stand_in_itself()
    {
        using var client = await site.AdministratorAsync();
        var outer = await ListAsync(client, "外层");
        var inner = await client.SavedAsync(Item("Topic", "内层", outer));
        var item = await client.GetJsonAsync("/api/content/" + outer);
        item["ContainedPart"] = new JsonObject { ["ListContentItemId"] = inner.Id() };

        using var answer = await client.SaveAsync(item);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Who_may_not_change_a_list_neither_sees_nor_fills_it()
    {
        using var client = await site.AdministratorAsync();
        using var writer = await site.ClientAsync("Secretary", "qinghe");
        using var secretary = await site.SignInAsync("secretary");
        var list = await ListAsync(client, "平台的列表");
        var news = await site.NewsAsync("想挤进去");
        news["ContainedPart"] = new JsonObject { ["ListContentItemId"] = list, ["ListContentType"] = "Topic", ["Order"] = 0 };

        using var filled = await writer.SaveAsync(news);
        using var page = await secretary.GetAsync("/admin/lists/" + list, Cancel);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.NotFound), (filled.StatusCode, page.StatusCode));
    }

    private static IEnumerable<string> Ids(JsonObject list) => list["items"]!.AsArray().Select(item => (string)item!["ContentItemId"]!);

    private static JsonObject Entry(string title, string? list, int order = 0) => Item("Entry", title, list, order);

    private static JsonObject Item(string type, string title, string? list, int order = 0)
    {
        var item = new JsonObject { ["ContentType"] = type, ["DisplayText"] = title, ["TitlePart"] = new JsonObject { ["Title"] = title } };
        if (list is not null)
        {
            item["ContainedPart"] = new JsonObject { ["ListContentItemId"] = list, ["ListContentType"] = "Topic", ["Order"] = order };
        }

        return item;
    }

    private async Task<string> ListAsync(HttpClient client, string title)
    {
        await site.WithServicesAsync(async services =>
        {
            var definitions = services.GetRequiredService<ContentDefinitions>();
            await definitions.PutAsync([Type("Topic", "ListPart"), Type("Entry", null)], [], Cancel);
            definitions.Flush();
            return true;
        });
        return (await client.SavedAsync(Item("Topic", title, null))).Id();
    }

    private static ContentTypeDefinition Type(string name, string? list)
    {
        var pattern = list is null
            ? "{{ ContentItem | container | display_text | slugify }}/{{ ContentItem | display_text | slugify }}"
            : "{{ ContentItem | display_text | slugify }}";
        var parts = new List<ContentTypePart>
        {
            new("TitlePart", "TitlePart", []),
            new("AutoroutePart", "AutoroutePart", new JsonObject { ["AutoroutePartSettings"] = new JsonObject { ["Pattern"] = pattern } }),
        };
        if (list is not null)
        {
            parts.Add(new(list, list, new JsonObject
            {
                ["ListPartSettings"] = new JsonObject
                {
                    ["EnableOrdering"] = true, ["PageSize"] = 2, ["ContainedContentTypes"] = new JsonArray("Entry", "Topic"),
                },
            }));
        }

        return new ContentTypeDefinition
        {
            Name = name, DisplayName = name, Parts = parts,
            Settings = new JsonObject { ["ContentTypeSettings"] = new JsonObject { ["Creatable"] = true } },
        };
    }
}
