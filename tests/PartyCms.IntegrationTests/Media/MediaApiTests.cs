using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PartyCms.IntegrationTests.Api;

namespace PartyCms.IntegrationTests.Media;

public sealed class MediaApiTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_uploaded_listed_moved_and_deleted()
    {
        using var client = await site.ClientAsync("Secretary", "qinghe");
        var folder = await PostAsync(client, "CreateFolder?path=qinghe&name=党课");
        var sent = Assert.Single((await UploadAsync(client, "", ("一.mp3", Sound(1)))).ToArray())!;
        var filePath = (string)sent["filePath"]!;

        var moved = await PostAsync(client, $"MoveMedia?oldPath={filePath}&newPath=qinghe/党课/第一讲.mp3");
        var listed = await ListAsync(client, "qinghe/党课");
        using var deleted = await client.PostAsync("/api/media/DeleteMedia?path=" + filePath, null, Cancel);
        using var removed = await client.PostAsync("/api/media/DeleteFolder?path=qinghe/党课", null, Cancel);
        using var gone = await client.GetAsync((string)sent["url"]!, Cancel);

        Assert.Equal(("党课", "qinghe/党课", true), ((string)folder["name"]!, (string)folder["directoryPath"]!, (bool)folder["isDirectory"]!));
        Assert.Equal(("audio/mpeg", "/media/" + filePath), ((string)sent["mime"]!, (string)sent["url"]!));
        Assert.Equal("第一讲.mp3", (string)moved["name"]!);
        Assert.Equal(["第一讲.mp3"], listed.Select(entry => (string)entry!["name"]!));
        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound), (deleted.StatusCode, removed.StatusCode, gone.StatusCode));
    }

    [Fact]
    public async Task Several_files_get_an_answer_each()
    {
        using var client = await site.ClientAsync("Secretary", "qinghe");

        var files = await UploadAsync(client, "?extensions=.mp3", ("好.mp3", Sound(2)), ("坏.mp3", "MZ"u8.ToArray()), ("不要.pdf", "%PDF-1.7"u8.ToArray()));

        Assert.Equal(["好.mp3", "坏.mp3", "不要.pdf"], files.Select(entry => (string)entry!["name"]!));
        Assert.Equal([false, true, true], files.Select(entry => entry!["error"] is not null));
    }

    [Fact]
    public async Task Only_units_of_the_client_are_listed()
    {
        using var client = await site.ClientAsync("Secretary", "qinghe");
        using var administrator = await site.AdministratorAsync();
        await PostAsync(client, "CreateFolder?path=qinghe&name=有子文件夹");

        var own = await client.GetJsonAsync("/api/media/GetFolders");
        var all = await administrator.GetJsonAsync("/api/media/GetFolders?take=1");

        Assert.Equal(["qinghe"], own["items"]!.AsArray().Select(entry => (string)entry!["directoryPath"]!));
        Assert.True((bool)own["items"]![0]!["hasChildren"]!);
        Assert.Equal(("_site", true), ((string)all["items"]![0]!["directoryPath"]!, (bool)all["hasMore"]!));
    }

    [Fact]
    public async Task Foreign_paths_are_not_there()
    {
        using var administrator = await site.AdministratorAsync();
        using var client = await site.ClientAsync("Secretary", "qinghe");
        var foreign = Assert.Single((await UploadAsync(administrator, "?path=yunfan", ("外.mp3", Sound(3)))).ToArray())!;
        var own = Assert.Single((await UploadAsync(client, "", ("内.mp3", Sound(4)))).ToArray())!;
        using var form = Form(("闯.mp3", Sound(5)));

        HttpResponseMessage[] answers =
        [
            await client.PostAsync("/api/media/Upload?path=yunfan", form, Cancel),
            await client.GetAsync("/api/media/GetMediaItems?path=yunfan", Cancel),
            await client.GetAsync("/api/media/GetMediaItem?path=" + foreign["filePath"], Cancel),
            await client.GetAsync("/api/media/GetFolders?path=yunfan", Cancel),
            await client.PostAsync("/api/media/CreateFolder?path=yunfan&name=闯", null, Cancel),
            await client.PostAsync("/api/media/CreateFolder?path=_site&name=闯", null, Cancel),
            await client.PostAsync("/api/media/DeleteMedia?path=" + foreign["filePath"], null, Cancel),
            await client.PostAsync($"/api/media/MoveMedia?oldPath={own["filePath"]}&newPath=yunfan/内.mp3", null, Cancel),
            await client.PostAsync("/api/media/DeleteFolder?path=qinghe", null, Cancel),
        ];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.All(answers, answer => Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("CreateFolder?path=qinghe&name=a%2Fb", HttpStatusCode.BadRequest)]
    [InlineData("CreateFolder?path=qinghe&name=", HttpStatusCode.BadRequest)]
    [InlineData("MoveMedia?oldPath=2026/09/0123456789abcdef0123456789abcdef.jpg&newPath=qinghe/a.jpg", HttpStatusCode.NotFound)]
    [InlineData("DeleteMedia", HttpStatusCode.NotFound)]
    [InlineData("DeleteFolder?path=..", HttpStatusCode.NotFound)]
    [InlineData("Upload?path=qinghe", HttpStatusCode.UnsupportedMediaType)]
    public async Task Wrong_input_is_a_problem(string call, HttpStatusCode expected)
    {
        using var client = await site.AdministratorAsync();

        using var answer = await client.PostAsync("/api/media/" + call, null, Cancel);

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_place_to_go_on_from_that_was_made_up_is_refused()
    {
        using var client = await site.AdministratorAsync();

        using var answer = await client.GetAsync("/api/media/GetMediaItems?after=made-up", Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_folder_that_is_there_or_not_empty_is_told()
    {
        using var client = await site.ClientAsync("Secretary", "qinghe");
        await PostAsync(client, "CreateFolder?path=qinghe&name=两次");
        await PostAsync(client, "CreateFolder?path=qinghe/两次&name=里面");

        using var again = await client.PostAsync("/api/media/CreateFolder?path=qinghe&name=两次", null, Cancel);
        using var full = await client.PostAsync("/api/media/DeleteFolder?path=qinghe/两次", null, Cancel);

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Conflict), (again.StatusCode, full.StatusCode));
        Assert.Equal("/problems/folder-not-empty", (string)(await full.JsonAsync())["type"]!);
    }

    [Fact]
    public async Task A_used_file_is_kept_and_the_answer_says_where_it_is_used()
    {
        using var client = await site.ClientAsync("Secretary", "qinghe");
        var file = Assert.Single((await UploadAsync(client, "", ("用.mp3", Sound(6)))).ToArray())!;
        var item = await site.NewsAsync("接口里用到");
        item["ArticlePart"]!["Cover"] = new JsonObject
        {
            ["Paths"] = new JsonArray((string)file["filePath"]!),
            ["MediaTexts"] = new JsonArray("录音"),
        };
        await client.SavedAsync(item);

        using var refused = await client.PostAsync($"/api/media/DeleteMedia?force=true&path={file["filePath"]}", null, Cancel);
        var problem = await refused.JsonAsync();

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(["接口里用到"], problem["usedIn"]!.AsArray().Select(title => (string)title!));
    }

    [Fact]
    public async Task A_long_list_comes_in_pages_without_gap_or_repetition()
    {
        using var client = await site.AdministratorAsync();
        await PostAsync(client, "CreateFolder?path=yunfan&name=翻页");
        for (byte mark = 10; mark < 15; mark++)
        {
            await UploadAsync(client, "?path=yunfan/翻页", ($"{mark}.mp3", Sound(mark)));
        }

        var seen = new List<string>();
        for (var next = "/api/media/GetMediaItems?path=yunfan/翻页&take=2"; next is not null;)
        {
            using var answer = await client.GetAsync(next, Cancel);
            seen.AddRange((await answer.Content.ReadFromJsonAsync<JsonArray>(Cancel))!.Select(entry => (string)entry!["name"]!));
            next = answer.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }

        Assert.Equal(["10.mp3", "11.mp3", "12.mp3", "13.mp3", "14.mp3"], seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_token_or_permission_nothing_is_told()
    {
        using var visitor = await site.SignInAsync("admin");
        using var member = await site.ClientAsync("Member", "qinghe");

        using var cookie = await visitor.GetAsync("/api/media/GetFolders", Cancel);
        using var unable = await member.GetAsync("/api/media/GetFolders", Cancel);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), (cookie.StatusCode, unable.StatusCode));
    }

    private static byte[] Sound(byte mark) => [.. "ID3"u8, 3, 0, 0, mark, .. new byte[80]];

    private static MultipartFormDataContent Form(params ReadOnlySpan<(string Name, byte[] Content)> files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "files", name);
        }

        return form;
    }

    private static async Task<JsonArray> UploadAsync(HttpClient client, string query, params (string Name, byte[] Content)[] files)
    {
        using var form = Form(files);
        using var answer = await client.PostAsync("/api/media/Upload" + query, form, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        return (await answer.JsonAsync())["files"]!.AsArray();
    }

    private static async Task<JsonArray> ListAsync(HttpClient client, string path) =>
        (await client.GetFromJsonAsync<JsonArray>("/api/media/GetMediaItems?path=" + path, Cancel))!;

    private static async Task<JsonObject> PostAsync(HttpClient client, string call)
    {
        using var answer = await client.PostAsync("/api/media/" + call, null, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        return await answer.JsonAsync();
    }
}
