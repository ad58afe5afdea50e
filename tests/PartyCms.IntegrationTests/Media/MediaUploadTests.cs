using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PartyCms.IntegrationTests.Media;

public sealed partial class MediaUploadTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    /// <summary>A picture of one pixel.</summary>
    internal static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secretary_uploads_a_picture_and_everybody_sees_it()
    {
        using var secretary = await site.SignInAsync("secretary");

        using var answer = await UploadAsync(secretary, Png, "支部 合影.png", "植树合影");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var stored = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        Assert.Equal((1, 1, "植树合影"), (Number("width"), Number("height"), stored.GetProperty("alt").GetString()));
        using var visitor = site.CreateVisitor();
        using var picture = await visitor.GetAsync(stored.GetProperty("url").GetString(), Cancel);
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
        Assert.Equal("image/png", picture.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", Assert.Single(picture.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("sandbox", Assert.Single(picture.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains("immutable", picture.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

        int Number(string name) => stored.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task The_same_picture_twice_is_one_file()
    {
        using var secretary = await site.SignInAsync("secretary");

        var first = await UrlOfAsync(await UploadAsync(secretary, Png, "一.png"));
        var second = await UrlOfAsync(await UploadAsync(secretary, Png, "二.png"));

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task The_same_picture_of_two_branches_is_two_files()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var other = await site.SignInAsync("secretary2");

        Assert.NotEqual(
            await UrlOfAsync(await UploadAsync(secretary, Png, "一.png")), await UrlOfAsync(await UploadAsync(other, Png, "一.png")));
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "图.svg", "PNG")]
    [InlineData("<html><script>alert(1)</script></html>", "图.png", "JPG")]
    [InlineData("%PDF-1.7", "图.png", "pdf")]
    [InlineData("MZ", "程序.exe", "另存为")]
    public async Task A_file_that_is_not_what_it_says_is_refused_with_a_remedy(string content, string name, string remedy)
    {
        using var secretary = await site.SignInAsync("secretary");

        using var answer = await UploadAsync(secretary, System.Text.Encoding.UTF8.GetBytes(content), name);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(remedy, (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("detail").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_more_than_20_MB_is_refused()
    {
        using var secretary = await site.SignInAsync("secretary");

        using var answer = await UploadAsync(secretary, [.. Png, .. new byte[20 * 1024 * 1024]], "大.png");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Without_the_page_s_token_nothing_is_taken()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var form = Form(Png, "一.png", "");

        using var answer = await secretary.PostAsync("/admin/media/upload", form, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_member_may_not_upload()
    {
        using var member = await site.SignInAsync("member");
        using var form = Form(Png, "一.png", "");

        using var answer = await member.PostAsync("/admin/media/upload", form, Cancel);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Redirect, $"{answer.StatusCode}");
    }

    [Fact]
    public async Task Only_the_offered_widths_may_be_asked_for()
    {
        using var secretary = await site.SignInAsync("secretary");
        var url = await UrlOfAsync(await UploadAsync(secretary, Png, "一.png"));

        using var offered = await secretary.GetAsync(url + "?width=480", Cancel);
        using var other = await secretary.GetAsync(url + "?width=481", Cancel);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.BadRequest), (offered.StatusCode, other.StatusCode));
    }

    [Fact]
    public async Task A_part_of_a_file_may_be_asked_for()
    {
        using var secretary = await site.SignInAsync("secretary");
        var url = await UrlOfAsync(await UploadAsync(secretary, [.. "ID3"u8, 3, 0, 0, .. new byte[500]], "党课.mp3"));
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Range = new RangeHeaderValue(10, 19) } };

        using var answer = await secretary.SendAsync(request, Cancel);

        Assert.Equal((HttpStatusCode.PartialContent, 10L), (answer.StatusCode, answer.Content.Headers.ContentLength));
    }

    [Fact]
    public async Task A_known_file_is_not_sent_again()
    {
        using var secretary = await site.SignInAsync("secretary");
        var url = await UrlOfAsync(await UploadAsync(secretary, Png, "一.png"));
        using var first = await secretary.GetAsync(url, Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };

        using var answer = await secretary.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Theory]
    [InlineData("/media/2026/09/0123456789abcdef0123456789abcdef.jpg")]
    [InlineData("/media/..%2fpartycms.db")]
    [InlineData("/media/%2e%2e/partycms.db")]
    [InlineData("/media/2026/09/..%2f..%2f..%2fpartycms.db")]
    [InlineData("/media/..%5cpartycms.db")]
    [InlineData("/media//etc/passwd")]
    [InlineData("/media/variants/x-480.jpg")]
    [InlineData("/media/covers/portrait-x.svg")]
    [InlineData("/media/covers/hills.svg")]
    public async Task Whatever_is_no_uploaded_file_is_404(string path)
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_drawn_cover_is_served_for_ever()
    {
        using var visitor = site.CreateVisitor();

        using var answer = await visitor.GetAsync("/media/covers/hills-spring-walk.svg", Cancel);

        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("sandbox", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private static async Task<string> UrlOfAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            answer.EnsureSuccessStatusCode();
            return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("url").GetString()!;
        }
    }

    internal static async Task<HttpResponseMessage> UploadAsync(HttpClient client, byte[] content, string name, string alt = "")
    {
        var token = Token().Match(await client.GetStringAsync("/account/logout", Cancel)).Groups[1].Value;
        using var form = Form(content, name, alt);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/media/upload") { Content = form };
        request.Headers.Add("X-CSRF-Token", token);
        return await client.SendAsync(request, Cancel);
    }

    private static MultipartFormDataContent Form(byte[] content, string name, string alt) =>
        new() { { new ByteArrayContent(content), "file", name }, { new StringContent(alt), "alt" } };

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
