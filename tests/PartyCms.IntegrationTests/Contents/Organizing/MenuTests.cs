using System.Net;
using System.Text.Json.Nodes;
using PartyCms.IntegrationTests.Api;
using static PartyCms.IntegrationTests.Contents.ContentDeskSteps;

namespace PartyCms.IntegrationTests.Contents.Organizing;

public sealed class MenuTests : IClassFixture<CmsFactory>, IAsyncLifetime
{
    private const string Tabs = "<a class=\"tabs__item\"";

    private readonly CmsFactory _site;

    private string? _menu;

    public MenuTests(CmsFactory site) => _site = site;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    // There is one main menu on a site: each test leaves it as it found it.
    public async ValueTask DisposeAsync()
    {
        if (_menu is not null)
        {
            using var client = await _site.AdministratorAsync();
            using var answer = await client.DeleteAsync("/api/content/" + _menu, CancellationToken.None);
            answer.EnsureSuccessStatusCode();
        }
    }

    [Fact]
    public async Task Without_a_menu_the_tabs_are_the_sites_own()
    {
        using var reader = _site.CreateVisitor();

        var html = await reader.GetStringAsync("/", Cancel);

        Assert.Contains(">公开</span></a>", html, StringComparison.Ordinal);
        Assert.Contains(">我的</span></a>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("site-menu", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_main_menu_takes_the_place_of_the_tabs_on_pages_that_were_cached_and_gives_it_back()
    {
        using var client = await _site.AdministratorAsync();
        using var reader = _site.CreateVisitor();
        await reader.GetStringAsync("/", Cancel);
        await SaveAsync(client, Link("m1", "活动", "~/news?column=open-day"), Link("m2", "办事", "/guides"));
        var with = await reader.GetStringAsync("/", Cancel);
        using var deleted = await client.DeleteAsync("/api/content/" + _menu, Cancel);
        _menu = null;

        var without = await reader.GetStringAsync("/", Cancel);

        Assert.Contains("href=\"/news?column=open-day\"", with, StringComparison.Ordinal);
        Assert.Equal(2, Count(with, Tabs));
        Assert.Contains(">公开</span></a>", without, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_entries_than_places_leave_the_last_place_to_the_whole_menu()
    {
        using var client = await _site.AdministratorAsync();
        using var reader = _site.CreateVisitor();
        await SaveAsync(client, [.. Enumerable.Range(1, 8).Select(n => Link($"n{n}", $"第{n}项", $"/news?n={n}"))]);

        var html = await reader.GetStringAsync("/", Cancel);

        Assert.Equal(5, Count(html, Tabs));
        Assert.Contains("href=\"#site-menu\"", html, StringComparison.Ordinal);
        Assert.Contains("第8项", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_for_an_item_follows_it_and_is_hidden_while_it_is_not_published()
    {
        using var client = await _site.AdministratorAsync();
        using var secretary = await _site.SignInAsync("secretary");
        using var reader = _site.CreateVisitor();
        var id = await secretary.CreateDraftAsync(Typed("菜单里的稿", "<p>正文。</p>", "in-menu-1"));
        await SaveAsync(client, Link("o1", "一直在", "/news"), Item("o2", "跟着走", id));
        var hidden = await reader.GetStringAsync("/guides", Cancel);
        await PublishAsync(secretary, id, "in-menu-1");
        var first = await reader.GetStringAsync("/guides", Cancel);
        await PublishAsync(secretary, id, "in-menu-2");
        var second = await reader.GetStringAsync("/guides", Cancel);
        using var withdrawn = await CmsFactory.PostFormAsync(secretary, "/admin/content/withdraw/" + id, new() { ["Reason"] = "试一试" });
        var gone = await reader.GetStringAsync("/guides", Cancel);

        Assert.DoesNotContain("跟着走", hidden, StringComparison.Ordinal);
        Assert.Contains("href=\"/news/in-menu-1\"", first, StringComparison.Ordinal);
        Assert.Contains("href=\"/news/in-menu-2\"", second, StringComparison.Ordinal);
        Assert.DoesNotContain("跟着走", gone, StringComparison.Ordinal);
        Assert.Contains("一直在", gone, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_for_everybody_or_would_run_stands_in_no_menu()
    {
        using var client = await _site.AdministratorAsync();
        using var reader = _site.CreateVisitor();
        var restricted = Link("p2", "内部的", "/admin");
        restricted["MenuItemPermissionPart"] = new JsonObject { ["PermissionNames"] = new JsonArray("EditContent") };
        var free = new JsonObject
        {
            ["ContentItemId"] = "p4", ["ContentType"] = "HtmlMenuItem", ["DisplayText"] = "自由",
            ["HtmlMenuItemPart"] = new JsonObject { ["Html"] = "<b>自由的内容</b><script>alert(1)</script>" },
        };
        await SaveAsync(client, Link("p1", "好的", "/news"), restricted, Link("p3", "坏的", "javascript:alert(1)"), free);

        var html = await reader.GetStringAsync("/notices", Cancel);

        Assert.Contains("自由的内容", html, StringComparison.Ordinal);
        Assert.DoesNotContain("内部的", html, StringComparison.Ordinal);
        Assert.DoesNotContain("坏的", html, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_makes_the_menu_on_a_phone()
    {
        using var admin = await _site.SignInAsync("admin");
        using var reader = _site.CreateVisitor();
        using var added = await CmsFactory.PostFormAsync(admin, "/admin/menus", new() { ["Name"] = "主菜单", ["Alias"] = "main-menu" });
        var page = added.Headers.Location!.OriginalString;
        _menu = page.Split('/')[^1];
        using var grown = await CmsFactory.PostFormAsync(
            admin, page, new() { ["Revision"] = "1", ["NewName"] = "动态", ["NewUrl"] = "/news", ["act"] = "add" });
        var unsaved = await reader.GetStringAsync("/courses", Cancel);
        using var saved = await CmsFactory.PostFormAsync(admin, page, new()
        {
            ["Revision"] = "1", ["Rows[0].Id"] = "q1", ["Rows[0].Kind"] = "LinkMenuItem", ["Rows[0].Name"] = "看动态",
            ["Rows[0].Url"] = "/news", ["Rows[0].Depth"] = "0", ["act"] = "save",
        });

        var html = await reader.GetStringAsync("/courses", Cancel);

        Assert.Contains("value=\"动态\"", await grown.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("看动态", unsaved, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("看动态", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "/news", "请写这一项的名称")]
    [InlineData("坏网址", "javascript:alert(1)", "网址要以 / 或 https:// 开头")]
    [InlineData("坏网址", "//example.org", "网址要以 / 或 https:// 开头")]
    public async Task An_entry_that_cannot_be_is_refused_beside_its_line(string name, string url, string message)
    {
        using var client = await _site.AdministratorAsync();
        using var admin = await _site.SignInAsync("admin");
        await SaveAsync(client, Link("r1", "原来的", "/news"));

        using var answer = await CmsFactory.PostFormAsync(admin, "/admin/menus/" + _menu, new()
        {
            ["Revision"] = "1", ["Rows[0].Id"] = "r1", ["Rows[0].Kind"] = "LinkMenuItem", ["Rows[0].Name"] = name, ["Rows[0].Url"] = url,
            ["Rows[0].Depth"] = "0", ["act"] = "save",
        });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_write_the_platforms_content_finds_no_menu()
    {
        using var client = await _site.AdministratorAsync();
        using var secretary = await _site.SignInAsync("secretary");
        await SaveAsync(client, Link("s1", "原来的", "/news"));

        using var answer = await secretary.GetAsync("/admin/menus/" + _menu, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task An_item_is_read_by_its_alias_which_only_one_item_may_have()
    {
        using var client = await _site.AdministratorAsync();
        await SaveAsync(client, Link("u1", "一", "/news"));

        var found = await client.GetJsonAsync("/api/content/alias:Main-Menu");
        using var unknown = await client.GetAsync("/api/content/alias:no-such", Cancel);
        using var second = await client.SaveAsync(Menu("MAIN-MENU"), draft: true);

        Assert.Equal(_menu, found.Id());
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.BadRequest), (unknown.StatusCode, second.StatusCode));
        Assert.Contains("Your alias is already in use.", await second.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static int Count(string html, string text) => html.Split(text).Length - 1;

    private static JsonObject Link(string id, string name, string url) => new()
    {
        ["ContentItemId"] = id, ["ContentType"] = "LinkMenuItem", ["DisplayText"] = name,
        ["TitlePart"] = new JsonObject { ["Title"] = name }, ["LinkMenuItemPart"] = new JsonObject { ["Url"] = url },
    };

    private static JsonObject Item(string id, string name, string target) => new()
    {
        ["ContentItemId"] = id, ["ContentType"] = "ContentMenuItem", ["DisplayText"] = name,
        ["ContentMenuItemPart"] = new JsonObject
        {
            ["SelectedContentItem"] = new JsonObject { ["ContentItemIds"] = new JsonArray(target) },
        },
    };

    private static JsonObject Menu(string alias, params JsonNode[] items) => new()
    {
        ["ContentType"] = "Menu",
        ["DisplayText"] = "主菜单",
        ["TitlePart"] = new JsonObject { ["Title"] = "主菜单" },
        ["AliasPart"] = new JsonObject { ["Alias"] = alias },
        ["MenuPart"] = new JsonObject(),
        ["MenuItemsListPart"] = new JsonObject { ["MenuItems"] = new JsonArray(items) },
    };

    private async Task SaveAsync(HttpClient client, params JsonNode[] items) =>
        _menu = (await client.SavedAsync(Menu("main-menu", items))).Id();

    private static async Task PublishAsync(HttpClient secretary, string id, string slug)
    {
        using var answer = await secretary.PressAsync(Edit(id), "publish", Typed("菜单里的稿", "<p>正文。</p>", slug));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
