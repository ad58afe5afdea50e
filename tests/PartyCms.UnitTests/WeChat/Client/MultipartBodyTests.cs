using System.Text;
using System.Text.RegularExpressions;
using PartyCms.WeChat.Client;
using PartyCms.WeChat.Client.Materials;

namespace PartyCms.UnitTests.WeChat.Client;

public sealed partial class MultipartBodyTests
{
    private static readonly UploadFile Cover = new("JPEG"u8.ToArray(), "jpg");

    [Fact]
    public async Task The_boundary_stands_without_quotes()
    {
        using var body = MultipartBody.Of(Cover, []);

        Assert.Matches(PlainBoundary(), Assert.Single(body.Headers.GetValues("Content-Type")));
        Assert.StartsWith("--" + BoundaryOf(body), await TextOf(body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_and_file_name_stand_in_quotes_and_there_is_no_second_file_name()
    {
        using var body = MultipartBody.Of(Cover, []);

        var text = await TextOf(body);

        Assert.Contains("Content-Disposition: form-data; name=\"media\"; filename=\"file.jpg\"\r\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("filename*", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_says_what_it_is_and_the_length_is_known()
    {
        using var body = MultipartBody.Of(Cover, []);

        var text = await TextOf(body);

        Assert.Contains("Content-Type: image/jpeg\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith($"\r\n\r\nJPEG\r\n--{BoundaryOf(body)}--\r\n", text, StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetByteCount(text), body.Headers.ContentLength);
    }

    [Fact]
    public async Task Further_fields_are_plain_text()
    {
        using var body = MultipartBody.Of(new UploadFile("MP4"u8.ToArray(), "mp4"), [new("description", "{\"title\":\"党课\"}")]);

        Assert.Contains(
            "Content-Disposition: form-data; name=\"description\"\r\n\r\n{\"title\":\"党课\"}\r\n", await TextOf(body), StringComparison.Ordinal);
    }

    private static Task<string> TextOf(HttpContent body) => body.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private static string BoundaryOf(HttpContent body) => body.Headers.GetValues("Content-Type").Single().Split("boundary=")[1];

    [GeneratedRegex("^multipart/form-data; boundary=[A-Za-z0-9]+$")]
    private static partial Regex PlainBoundary();
}
