namespace PartyCms.UnitTests.WeChatSimulator;

public sealed class StrictParsingTests(WeChatCaller caller) : IClassFixture<WeChatCaller>, IAsyncLifetime
{
    private const string Upload = "/cgi-bin/media/uploadimg";
    private const string Good = "form-data; name=\"media\"; filename=\"a.png\"";

    public async ValueTask InitializeAsync() => await caller.SignInAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_plain_upload_is_taken()
    {
        var answer = await caller.UploadAsync(Upload, WeChatCaller.Png(100), Good);

        Assert.StartsWith("http://mmbiz.qpic.cn/", answer["url"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("form-data; name=media; filename=\"a.png\"")]
    [InlineData("form-data; name=\"media\"; filename=a.png")]
    [InlineData("form-data; name=\"media\"; filename=\"a.png\"; filename*=utf-8''a.png")]
    [InlineData("form-data; name=\"media\"; filename=\"a\"")]
    [InlineData("form-data; name=\"media\"")]
    [InlineData("form-data; name=\"file\"; filename=\"a.png\"")]
    public async Task An_upload_with_an_unusual_disposition_is_refused(string disposition) =>
        Assert.Equal(41005, WeChatCaller.CodeOf(await caller.UploadAsync(Upload, WeChatCaller.Png(100), disposition)));

    [Theory]
    [InlineData("multipart/form-data; boundary=\"b42\"")]
    [InlineData("multipart/form-data")]
    [InlineData("application/octet-stream")]
    [InlineData("multipart/form-data; boundary=other")]
    public async Task An_upload_with_an_unusual_boundary_is_refused(string contentType) =>
        Assert.Equal(41005, WeChatCaller.CodeOf(await caller.UploadAsync(Upload, WeChatCaller.Png(100), Good, contentType)));

    [Theory]
    [InlineData("a.png", 1024 * 1024, 40009)]
    [InlineData("a.jpg", 100, 40005)]
    [InlineData("a.webp", 100, 40005)]
    public async Task A_picture_for_articles_is_small_and_what_it_is_called(string name, int length, int code) =>
        Assert.Equal(code, WeChatCaller.CodeOf(
            await caller.UploadAsync(Upload, WeChatCaller.Png(length), $"form-data; name=\"media\"; filename=\"{name}\"")));

    [Fact]
    public async Task A_file_that_is_no_picture_is_refused_whatever_its_name() =>
        Assert.Equal(40005, WeChatCaller.CodeOf(await caller.UploadAsync(Upload, "RIFF1234WEBPVP8 "u8.ToArray(), Good)));

    [Fact]
    public async Task A_video_needs_its_description() =>
        Assert.Equal(41005, WeChatCaller.CodeOf(await caller.UploadAsync(
            "/cgi-bin/material/add_material?type=video",
            "0000ftypisom0000"u8.ToArray(),
            "form-data; name=\"media\"; filename=\"a.mp4\"")));

    [Theory]
    [InlineData("", 44002)]
    [InlineData("[]", 47001)]
    [InlineData("{\"media_id\":", 47001)]
    [InlineData("{\"media_id\":7}", 47001)]
    [InlineData("{}", 40007)]
    [InlineData("{\"media_id\":\"\\u515a\"}", 40033)]
    [InlineData("{\"media_id\":\"\\\\u515a\"}", 40007)]
    public async Task A_body_is_read_without_guessing(string body, int code) =>
        Assert.Equal(code, WeChatCaller.CodeOf(await caller.PostAsync("/cgi-bin/draft/get", body)));

    [Fact]
    public async Task The_wrong_method_is_refused()
    {
        Assert.Equal(43002, WeChatCaller.CodeOf(await caller.GetWithTokenAsync("/cgi-bin/draft/get")));
        Assert.Equal(43001, WeChatCaller.CodeOf(await caller.PostAsync("/cgi-bin/draft/count", "{}")));
    }

    [Fact]
    public async Task An_address_that_does_not_exist_is_refused() =>
        Assert.Equal(40066, WeChatCaller.CodeOf(await caller.GetWithTokenAsync("/cgi-bin/nothing")));
}
