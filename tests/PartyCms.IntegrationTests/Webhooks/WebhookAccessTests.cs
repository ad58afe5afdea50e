using System.Net;
using PartyCms.IntegrationTests.Api;

namespace PartyCms.IntegrationTests.Webhooks;

public sealed class WebhookAccessTests(WebhookSite site) : IClassFixture<WebhookSite>
{
    private const string Target = "http://127.0.0.1:9/hook";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitor_and_a_cookie_are_refused()
    {
        using var visitor = site.CreateVisitor();
        using var admin = await site.SignInAsync("admin");

        using var unknown = await visitor.GetAsync("/api/webhooks", Cancel);
        using var person = await admin.GetAsync("/api/webhooks", Cancel);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (unknown.StatusCode, person.StatusCode));
    }

    [Fact]
    public async Task A_client_without_the_permission_is_refused()
    {
        using var member = await site.ClientAsync("Member", "qinghe");

        using var answer = await member.TrySubscribeAsync(Target);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_branch_client_cannot_subscribe_for_another_branch_or_the_site()
    {
        using var secretary = await site.ClientAsync("Secretary", "qinghe");
        var other = await site.WithAsync(async (PartyCms.Organization.Contracts.BranchDirectory branches) =>
            (await branches.ListAsync(Cancel)).First(branch => branch.IsBranch && branch.Slug != "qinghe").Slug);

        using var answer = await secretary.TrySubscribeAsync(Target, other);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_foreign_subscription_is_not_there()
    {
        using var admin = await site.AdministratorAsync();
        using var secretary = await site.ClientAsync("Secretary", "qinghe");
        var foreign = await admin.SubscribeAsync(Target);
        var path = $"/api/webhooks/{foreign["id"]}";

        var statuses = new List<HttpStatusCode>();
        foreach (var (method, address) in new[]
        {
            (HttpMethod.Get, path), (HttpMethod.Delete, path), (HttpMethod.Post, path + "/enable"), (HttpMethod.Post, path + "/ping"),
            (HttpMethod.Get, path + "/deliveries"), (HttpMethod.Post, path + "/deliveries/msg_1/redeliver"),
        })
        {
            using var request = new HttpRequestMessage(method, address);
            using var answer = await secretary.SendAsync(request, Cancel);
            statuses.Add(answer.StatusCode);
        }

        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.NotFound, status));
        Assert.DoesNotContain(
            (await secretary.GetJsonAsync("/api/webhooks"))["items"]!.AsArray(), item => (string?)item!["id"] == (string?)foreign["id"]);
    }

    [Theory]
    [InlineData("""{"url":"http://127.0.0.1:9/x","events":[]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"url":"http://127.0.0.1:9/x","events":["content.invented"]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"url":"http://127.0.0.1:9/x","events":["content.published"],"contentTypes":["Invented"]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"url":"http://127.0.0.1:9/x","events":["content.published"],"branch":"nowhere"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"url":5}""", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    public async Task A_wrong_wish_is_refused_and_nothing_is_stored(string body, HttpStatusCode status)
    {
        using var client = await site.ClientAsync("Administrator");
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var before = (await client.GetJsonAsync("/api/webhooks"))["items"]!.AsArray().Count;

        using var answer = await client.PostAsync("/api/webhooks", content, Cancel);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(before, (await client.GetJsonAsync("/api/webhooks"))["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_body_of_another_media_type_is_refused()
    {
        using var client = await site.AdministratorAsync();
        using var content = new StringContent("{}", System.Text.Encoding.UTF8, "text/plain");

        using var answer = await client.PostAsync("/api/webhooks", content, Cancel);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task A_deleted_subscription_is_gone_with_its_log()
    {
        using var client = await site.AdministratorAsync();
        var webhook = await client.SubscribeAsync(Target);
        await client.PostForJsonAsync($"/api/webhooks/{webhook["id"]}/ping");

        using var deleted = await client.DeleteAsync($"/api/webhooks/{webhook["id"]}", Cancel);
        using var after = await client.GetAsync($"/api/webhooks/{webhook["id"]}", Cancel);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (deleted.StatusCode, after.StatusCode));
    }

    [Fact]
    public async Task An_administrator_subscribes_tests_and_deletes_on_the_pages()
    {
        using var admin = await site.SignInAsync("admin");
        using var created = await CmsFactory.PostFormAsync(admin, "/admin/webhooks/new", new()
        {
            ["Address"] = Target,
            ["Description"] = "街道门户",
            ["Events"] = "content.published",
        });
        var page = await created.Content.ReadAsStringAsync(Cancel);
        var details = "/admin/webhooks/" + page.Split("href=\"/admin/webhooks/")[1].Split('"')[0];

        using var pinged = await CmsFactory.PostFormAsync(admin, details, new(), details + "?handler=Ping");
        var log = await admin.GetStringAsync(details, Cancel);
        using var deleted = await CmsFactory.PostFormAsync(admin, details, new(), details + "?handler=Delete");
        var list = await admin.GetStringAsync("/admin/webhooks", Cancel);

        Assert.Contains("whsec_", page, StringComparison.Ordinal);
        Assert.Contains("连接失败", log, StringComparison.Ordinal);
        Assert.DoesNotContain("whsec_", log, StringComparison.Ordinal);
        Assert.DoesNotContain(details, list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_tells_what_is_wrong_beside_the_field_and_keeps_what_was_typed()
    {
        using var admin = await site.SignInAsync("admin");

        using var answer = await CmsFactory.PostFormAsync(
            admin, "/admin/webhooks/new", new() { ["Address"] = "http://10.0.0.1/hook", ["Description"] = "街道门户" });
        var page = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("这个地址指向内网或本机", page, StringComparison.Ordinal);
        Assert.Contains("请至少选择一种事件", page, StringComparison.Ordinal);
        Assert.Contains("街道门户", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secretary_does_not_see_the_pages()
    {
        using var secretary = await site.SignInAsync("secretary");

        using var answer = await secretary.GetAsync("/admin/webhooks", Cancel);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/error/403", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }
}
