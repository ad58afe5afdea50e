using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Contents.Contracts;
using PartyCms.Contents.Organizing.Columns;
using PartyCms.IntegrationTests.Api;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Outbox;
using PartyCms.Kernel.Search;
using PartyCms.Kernel.Text;
using static PartyCms.IntegrationTests.Contents.ContentDeskSteps;

namespace PartyCms.IntegrationTests.Contents.Organizing;

public sealed class ColumnTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private const string NewColumn = "/admin/columns/edit?type=BranchNews";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_list_narrowed_to_a_column_shows_its_items_and_their_number()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        await AddColumnAsync("夜校", "night");
        await PublishAsync(secretary, "夜校第一课", "夜校");
        await PublishAsync(secretary, "不在夜校里的", "");

        var html = await reader.GetStringAsync("/news?column=night", Cancel);

        Assert.Contains("夜校第一课", html, StringComparison.Ordinal);
        Assert.DoesNotContain("不在夜校里的", html, StringComparison.Ordinal);
        Assert.Contains("夜校 <span class=\"chip__count\">1</span>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("十四天")]
    [InlineData("999999999999")]
    public async Task A_number_of_days_that_is_none_is_told_in_Chinese(string days)
    {
        using var admin = await site.SignInAsync("admin");

        using var answer = await CmsFactory.PostFormAsync(admin, NewColumn, new() { ["Form.Name"] = "填错的", ["Form.FreshDays"] = days });
        var html = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("“几天内至少更新一篇”填得不对，请检查。", html, StringComparison.Ordinal);
        Assert.DoesNotContain("is not valid", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cached_column_shows_at_once_what_is_published_in_it()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var reader = site.CreateVisitor();
        await AddColumnAsync("花坛", "flowers");
        await reader.GetStringAsync("/news?column=flowers", Cancel);

        await PublishAsync(secretary, "花坛种上了月季", "花坛");

        Assert.Contains("月季", await reader.GetStringAsync("/news?column=flowers", Cancel), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/news?column=no-such-column")]
    [InlineData("/guides?column=forum")]
    public async Task A_column_that_a_kind_does_not_have_is_404(string page)
    {
        using var reader = site.CreateVisitor();

        using var answer = await reader.GetAsync(page, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_column_keeps_its_items_when_it_is_renamed_and_takes_those_that_know_the_old_name()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var admin = await site.SignInAsync("admin");
        using var reader = site.CreateVisitor();
        var id = await AddColumnAsync("老名字", "renamed");
        var item = await PublishAsync(secretary, "改名前发的", "老名字");

        using var renamed = await CmsFactory.PostFormAsync(
            admin, "/admin/columns/edit/" + id, new() { ["Form.Name"] = "新名字", ["Form.Slug"] = "renamed" });
        var present = await reader.GetStringAsync("/news?column=renamed", Cancel);
        using var client = await site.AdministratorAsync();
        var late = await site.NewsAsync("按老名字送来的");
        late["ArticlePart"]!["Column"] = new System.Text.Json.Nodes.JsonObject { ["Text"] = "老名字" };
        await client.SavedAsync(late);
        var html = await reader.GetStringAsync("/news?column=renamed", Cancel);

        Assert.Equal(HttpStatusCode.Redirect, renamed.StatusCode);
        Assert.Contains("改名前发的", present, StringComparison.Ordinal);
        Assert.Contains("按老名字送来的", html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"新名字\" selected", await secretary.GetStringAsync(Edit(item), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_a_renamed_column_is_found_by_the_new_name_only()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var admin = await site.SignInAsync("admin");
        var id = await AddColumnAsync("红柳渡口", "red-willow");
        await PublishAsync(secretary, "改栏目名以前发的", "红柳渡口");

        using var renamed = await CmsFactory.PostFormAsync(
            admin, "/admin/columns/edit/" + id, new() { ["Form.Name"] = "青冈岭上", ["Form.Slug"] = "red-willow" });
        await site.WithServicesAsync(async services =>
        {
            // The dispatcher may be at it already; what is delivered twice is as good as once.
            var messages = await services.GetRequiredService<CmsDbContext>().Set<OutboxMessage>().AsNoTracking()
                .Where(row => row.EventType == nameof(ColumnRenamed)).ToListAsync(Cancel);
            var route = services.GetServices<OutboxRoute>().Single(route => route.EventType == typeof(ColumnRenamed));
            foreach (var message in messages)
            {
                await route.Deliver(services, message.Payload, Cancel);
            }

            return true;
        });

        Assert.Equal(HttpStatusCode.Redirect, renamed.StatusCode);
        Assert.Equal((1, 0), (await CountAsync("青冈岭上"), await CountAsync("红柳渡口")));
    }

    [Fact]
    public async Task The_editor_offers_the_columns_of_the_type_and_the_one_an_imported_item_came_with()
    {
        using var client = await site.AdministratorAsync();
        using var secretary = await site.SignInAsync("secretary");
        var imported = await site.NewsAsync("旧站搬来的");
        imported["ArticlePart"]!["Column"] = new System.Text.Json.Nodes.JsonObject { ["Text"] = "旧站栏目" };
        var id = (await client.SavedAsync(imported)).Id();

        var html = await secretary.GetStringAsync(Edit(id), Cancel);

        Assert.Contains("<option value=\"支书论坛\"", html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"旧站栏目\" selected=\"selected\">旧站栏目（原有的）</option>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<option value=\"组织关系\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_overdue_column_stands_on_the_desk_of_its_owner_until_something_new_appears()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var other = await site.SignInAsync("secretary2");
        var column = await AddColumnAsync("该更新了", "overdue");
        var (owner, begun) = (await site.BranchAsync("qinghe"), site.Clock.GetUtcNow().AddDays(-20));
        await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>().Set<ContentColumn>()
            .Where(row => row.Id == column).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.FreshDays, 14).SetProperty(row => row.OwnerUnitId, owner)
                    .SetProperty(row => row.CreatedUtc, begun), Cancel));

        var before = await secretary.GetStringAsync("/admin", Cancel);
        var foreign = await other.GetStringAsync("/admin", Cancel);
        await PublishAsync(secretary, "终于更新了", "该更新了");
        var after = await secretary.GetStringAsync("/admin", Cancel);

        Assert.Contains("该更新了", before, StringComparison.Ordinal);
        Assert.Contains("过期 6 天", before, StringComparison.Ordinal);
        Assert.DoesNotContain("该更新了", foreign, StringComparison.Ordinal);
        Assert.DoesNotContain("过期 6 天", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "x", "14", "Form.Name")]
    [InlineData("三会一课", "y", "", "Form.Name")]
    [InlineData("换个名", "forum", "", "Form.Slug")]
    [InlineData("！！！", "", "", "Form.Slug")]
    [InlineData("天数", "z", "0", "Form.FreshDays")]
    [InlineData("天数", "z", "三", "Form.FreshDays")]
    public async Task A_column_that_cannot_be_is_refused_beside_its_field(string name, string slug, string days, string field)
    {
        using var admin = await site.SignInAsync("admin");

        using var answer = await CmsFactory.PostFormAsync(
            admin, NewColumn, new() { ["Form.Name"] = name, ["Form.Slug"] = slug, ["Form.FreshDays"] = days });
        var html = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"field-validation-error\" data-valmsg-for=\"{field}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rest_without_a_reason_is_refused()
    {
        using var admin = await site.SignInAsync("admin");

        using var answer = await CmsFactory.PostFormAsync(
            admin, NewColumn, new() { ["Form.Name"] = "歇一歇", ["Form.FreshDays"] = "14", ["Form.PausedUntil"] = "2026-12-31" });

        Assert.Contains("请写明为什么暂停", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secretary_sees_the_columns_and_changes_none()
    {
        using var secretary = await site.SignInAsync("secretary");
        var id = await AddColumnAsync("别动", "hands-off");

        var html = await secretary.GetStringAsync("/admin/columns", Cancel);
        using var edit = await secretary.GetAsync(NewColumn, Cancel);
        using var move = await CmsFactory.PostFormAsync(
            secretary, NewItem, new() { ["id"] = id.ToString() }, "/admin/columns?handler=Up");

        Assert.Contains("三会一课", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/admin/columns/edit", html, StringComparison.Ordinal);
        Assert.All(new[] { edit, move }, answer =>
            Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Redirect, answer.StatusCode.ToString()));
        Assert.Contains("/error/403", move.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_column_leaves_its_items_where_they_are()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var admin = await site.SignInAsync("admin");
        using var reader = site.CreateVisitor();
        var id = await AddColumnAsync("不要了", "unwanted");
        await PublishAsync(secretary, "留下的文章", "不要了", "stays-here");

        using var deleted = await CmsFactory.PostFormAsync(
            admin, "/admin/columns/edit/" + id, [], $"/admin/columns/edit/{id}?handler=Delete");
        using var page = await reader.GetAsync("/news?column=unwanted", Cancel);
        using var article = await reader.GetAsync("/news/stays-here", Cancel);

        Assert.Equal(
            (HttpStatusCode.Redirect, HttpStatusCode.NotFound, HttpStatusCode.OK),
            (deleted.StatusCode, page.StatusCode, article.StatusCode));
    }

    private Task<int> CountAsync(string words) => site.WithServicesAsync(services =>
        services.GetRequiredService<ISearchIndex>().CountAsync(
            services.GetRequiredService<CmsDbContext>(), SearchTerms.Parse(words), SearchFilter.None, Cancel));

    private Task<Guid> AddColumnAsync(string name, string slug) => site.WithServicesAsync(async services =>
    {
        var db = services.GetRequiredService<CmsDbContext>();
        var column = new ContentColumn
        {
            Id = Guid.CreateVersion7(), ContentType = "BranchNews", Name = name, Slug = slug, CreatedUtc = site.Clock.GetUtcNow(),
        };
        db.Add(column);
        await db.SaveChangesAsync(Cancel);
        return column.Id;
    });

    private static async Task<string> PublishAsync(HttpClient secretary, string title, string column, string? slug = null)
    {
        var typed = Typed(title, "<p>正文。</p>", slug);
        typed["Fields[ArticlePart.Column.Text]"] = column;
        var id = await secretary.CreateDraftAsync(new(typed));
        using var answer = await secretary.PressAsync(Edit(id), "publish", new(typed));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return id;
    }
}
