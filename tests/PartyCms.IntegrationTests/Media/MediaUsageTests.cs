using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.IntegrationTests.Api;
using PartyCms.IntegrationTests.Contents;
using PartyCms.Kernel.Data;
using PartyCms.Media.Files;
using PartyCms.Media.Usage;

namespace PartyCms.IntegrationTests.Media;

public sealed partial class MediaUsageTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_used_file_says_where_and_is_not_deleted()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var client = await site.AdministratorAsync();
        var file = await UploadAsync(secretary, "在用.mp3", 1);
        await client.SavedAsync(await WithBodyAsync("用了录音的动态", $"<p><a href=\"{MediaPath.UrlOf(file.Path)}\">听</a></p>"));

        using var deleted = await DeleteAsync(secretary, file);
        using var forced = await DeleteAsync(secretary, file, force: true);
        var page = await secretary.GetStringAsync($"/admin/media/file/{file.Id}", Cancel);

        Assert.Contains("用了录音的动态", page, StringComparison.Ordinal);
        Assert.Contains("正文 · 已发布", page, StringComparison.Ordinal);
        Assert.NotNull(await FindAsync(file.Id));
    }

    [Fact]
    public async Task An_administrator_may_insist()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var admin = await site.SignInAsync("admin");
        using var client = await site.AdministratorAsync();
        var file = await UploadAsync(secretary, "必须删.mp3", 2);
        await client.SavedAsync(await WithBodyAsync("含错误录音", $"<p><a href=\"{MediaPath.UrlOf(file.Path)}\">听</a></p>"));

        using var asked = await DeleteAsync(admin, file);
        var before = await FindAsync(file.Id);
        using var insisted = await DeleteAsync(admin, file, force: true);

        Assert.NotNull(before);
        Assert.Null(await FindAsync(file.Id));
    }

    [Fact]
    public async Task A_draft_counts_as_use_and_an_old_version_does_not()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var client = await site.AdministratorAsync();
        var file = await UploadAsync(secretary, "草稿用.mp3", 3);
        var item = await client.SavedAsync(await WithBodyAsync("草稿里用", "<p>甲</p>"));
        item["HtmlBodyPart"]!["Html"] = $"<p><a href=\"{MediaPath.UrlOf(file.Path)}\">听</a></p>";
        var draft = await client.SavedAsync(item, draft: true);
        using var kept = await DeleteAsync(secretary, file);
        var whileDraft = await FindAsync(file.Id);

        draft["HtmlBodyPart"]!["Html"] = "<p>不用了</p>";
        await client.SavedAsync(draft);
        using var deleted = await DeleteAsync(secretary, file);

        Assert.NotNull(whileDraft);
        Assert.Null(await FindAsync(file.Id));
    }

    [Fact]
    public async Task A_refused_save_leaves_no_trace_in_the_index()
    {
        using var client = await site.AdministratorAsync();
        var before = await CountAsync();
        var item = await WithBodyAsync("", "<p><a href=\"/media/2026/09/0123456789abcdef0123456789abcdef.mp3\">听</a></p>");

        using var refused = await client.SaveAsync(item);

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task The_title_of_a_foreign_draft_is_not_told()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var client = await site.AdministratorAsync();
        var file = await UploadAsync(secretary, "借用.mp3", 4);
        var foreign = await site.NewsAsync("外支部的秘密草稿", "yunfan");
        foreign["HtmlBodyPart"]!["Html"] = $"<p><a href=\"{MediaPath.UrlOf(file.Path)}\">听</a></p>";
        await client.SavedAsync(foreign, draft: true);

        var page = await secretary.GetStringAsync($"/admin/media/file/{file.Id}", Cancel);

        Assert.DoesNotContain("秘密草稿", page, StringComparison.Ordinal);
        Assert.Contains("1 处没有列出", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_without_words_is_not_published_and_the_message_names_it()
    {
        using var client = await site.AdministratorAsync();
        var html = "<p><img src=\"/media/covers/hills-a.svg\" alt=\"有说明\"></p><p><img src=\"https://example.cn/pics/hall.jpg\"></p>";
        var item = await WithBodyAsync("缺说明的动态", html);

        using var draft = await client.SaveAsync(item, draft: true);
        using var refused = await client.SaveAsync(item);
        var problem = await refused.JsonAsync();
        item["HtmlBodyPart"]!["Html"] = html.Replace("hall.jpg\"", "hall.jpg\" alt=\"会场\"", StringComparison.Ordinal);
        using var accepted = await client.SaveAsync(item);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.OK), (draft.StatusCode, refused.StatusCode, accepted.StatusCode));
        Assert.Contains("Picture 2", problem["errors"]!["HtmlBodyPart.Html"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("hall.jpg", problem["errors"]!["HtmlBodyPart.Html"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_editor_tells_a_secretary_which_picture_lacks_words()
    {
        using var secretary = await site.SignInAsync("secretary");

        using var answer = await secretary.PressAsync(
            ContentDeskSteps.NewItem, "publish", ContentDeskSteps.Typed("植树", "<p><img src=\"/media/covers/hills-b.svg\"></p>"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancel));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("正文第 1 张图片（hills-b.svg）没有说明", page, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> DeleteAsync(HttpClient client, MediaFile file, bool force = false) => CmsFactory.PostFormAsync(
        client, "/admin/media", force ? new() { ["force"] = "true" } : [], $"/admin/media/file/{file.Id}?handler=Delete");

    private async Task<JsonObject> WithBodyAsync(string title, string html)
    {
        var item = await site.NewsAsync(title);
        item["HtmlBodyPart"]!["Html"] = html;
        return item;
    }

    private async Task<MediaFile> UploadAsync(HttpClient client, string name, byte mark)
    {
        var token = Token().Match(await client.GetStringAsync("/admin/media", Cancel)).Groups[1].Value;
        using var form = new MultipartFormDataContent { { new ByteArrayContent([.. "ID3"u8, 3, 0, 0, mark, .. new byte[64]]), "file", name } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/media/upload") { Content = form };
        request.Headers.Add("X-CSRF-Token", token);
        using var answer = await client.SendAsync(request, Cancel);
        answer.EnsureSuccessStatusCode();
        var id = (Guid)(await answer.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["id"]!;
        return (await FindAsync(id))!;
    }

    private Task<MediaFile?> FindAsync(Guid id) => site.WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<MediaFile>().SingleOrDefaultAsync(file => file.Id == id, Cancel));

    private Task<int> CountAsync() => site.WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<MediaUsage>().CountAsync(Cancel));

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
