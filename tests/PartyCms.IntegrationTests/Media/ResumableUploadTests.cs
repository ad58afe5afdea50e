using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.IntegrationTests.Api;
using PartyCms.Media.Uploads;

namespace PartyCms.IntegrationTests.Media;

public sealed class ResumableUploadTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pieces_become_one_file()
    {
        using var client = await TusClient.SignInAsync(site, "secretary");
        var sound = Sound(1, 3000);
        var upload = await client.StartAsync(sound.Length, "长党课.mp3");

        using var first = await client.PatchAsync(upload, 0, sound[..1000]);
        var between = await client.OffsetAsync(upload);
        using var early = await client.Http.GetAsync(upload, Cancel);
        using var last = await client.PatchAsync(upload, 1000, sound[1000..]);
        var url = await UrlOfAsync(client, upload);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (first.StatusCode, last.StatusCode));
        Assert.Equal((1000, 3000), (between, TusClient.OffsetOf(last)));
        Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        Assert.Equal(sound, await site.CreateVisitor().GetByteArrayAsync(url, Cancel));
    }

    [Fact]
    public async Task What_was_written_but_never_acknowledged_is_cut_off()
    {
        using var client = await TusClient.SignInAsync(site, "secretary");
        var sound = Sound(2, 3000);
        var upload = await client.StartAsync(sound.Length, "中断.mp3");
        using var first = await client.PatchAsync(upload, 0, sound[..1000]);

        // As after a kill in the middle of a piece: more bytes on disk than the sender was told of.
        await File.AppendAllBytesAsync(PartOf(upload), [.. sound[1000..1500], .. new byte[100]], Cancel);
        var told = await client.OffsetAsync(upload);
        using var last = await client.PatchAsync(upload, told, sound[1000..]);

        Assert.Equal(1000, told);
        Assert.Equal(sound, await site.CreateVisitor().GetByteArrayAsync(await UrlOfAsync(client, upload), Cancel));
    }

    [Fact]
    public async Task An_upload_whose_bytes_are_gone_begins_anew()
    {
        using var client = await TusClient.SignInAsync(site, "secretary");
        var sound = Sound(3, 2000);
        var upload = await client.StartAsync(sound.Length, "换了机器.mp3");
        using var first = await client.PatchAsync(upload, 0, sound[..1000]);
        File.Delete(PartOf(upload));

        using var next = await client.PatchAsync(upload, 1000, sound[1000..]);
        using var after = await client.HeadAsync(upload);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (next.StatusCode, after.StatusCode));
    }

    [Fact]
    public async Task All_bytes_without_a_file_are_finished_by_an_empty_piece()
    {
        using var client = await TusClient.SignInAsync(site, "secretary");
        var sound = Sound(4, 1500);
        var upload = await client.StartAsync(sound.Length, "差一步.mp3");
        using var whole = await client.PatchAsync(upload, 0, sound);
        var url = await UrlOfAsync(client, upload);

        using var again = await client.PatchAsync(upload, sound.Length, []);

        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        Assert.Equal(url, await UrlOfAsync(client, upload));
    }

    [Fact]
    public async Task A_piece_at_the_wrong_place_is_409_and_changes_nothing()
    {
        using var client = await TusClient.SignInAsync(site, "secretary");
        var upload = await client.StartAsync(2000, "错位.mp3");
        using var first = await client.PatchAsync(upload, 0, Sound(5, 500));

        using var wrong = await client.PatchAsync(upload, 400, Sound(5, 500));

        Assert.Equal((HttpStatusCode.Conflict, 500), (wrong.StatusCode, TusClient.OffsetOf(wrong)));
        Assert.Equal(500, await client.OffsetAsync(upload));
    }

    [Fact]
    public async Task A_piece_beyond_the_announced_length_is_413_and_nothing_of_it_is_kept()
    {
        using var client = await TusClient.SignInAsync(site, "secretary");
        var upload = await client.StartAsync(600, "超长.mp3");
        using var first = await client.PatchAsync(upload, 0, Sound(6, 500));

        using var more = await client.PatchAsync(upload, 500, new byte[101]);

        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, 500), (more.StatusCode, await client.OffsetAsync(upload)));
    }

    [Fact]
    public async Task A_program_is_refused_by_its_first_bytes_and_the_upload_is_over()
    {
        using var client = await TusClient.SignInAsync(site, "secretary");
        var upload = await client.StartAsync(100_000_000, "程序.mp4");

        using var first = await client.PatchAsync(upload, 0, [.. "MZ"u8, .. new byte[98]]);
        using var after = await client.HeadAsync(upload);

        Assert.Equal((HttpStatusCode.UnsupportedMediaType, HttpStatusCode.NotFound), (first.StatusCode, after.StatusCode));
        Assert.False(File.Exists(PartOf(upload)));
    }

    [Fact]
    public async Task An_upload_is_its_owner_s_alone()
    {
        using var client = await TusClient.SignInAsync(site, "secretary");
        using var other = await TusClient.SignInAsync(site, "secretary2");
        var upload = await client.StartAsync(1000, "别人的.mp3");

        HttpResponseMessage[] answers =
        [
            await other.HeadAsync(upload), await other.PatchAsync(upload, 0, Sound(7, 1000)),
            await other.DeleteAsync(upload), await other.Http.GetAsync(upload, Cancel),
        ];

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode));
        Assert.Equal(0, await client.OffsetAsync(upload));
    }

    [Fact]
    public async Task An_upload_into_a_foreign_folder_is_refused_when_it_is_announced()
    {
        using var client = await TusClient.SignInAsync(site, "secretary");

        using var unit = await client.CreateAsync(1000, "闯入.mp3", "unit=yunfan");
        using var platform = await client.CreateAsync(1000, "闯入.mp3", "path=_site");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (unit.StatusCode, platform.StatusCode));
    }

    [Fact]
    public async Task A_sender_may_give_up()
    {
        using var client = await TusClient.SignInAsync(site, "secretary");
        var upload = await client.StartAsync(1000, "不传了.mp3");
        using var first = await client.PatchAsync(upload, 0, Sound(8, 500));

        using var ended = await client.DeleteAsync(upload);
        using var after = await client.HeadAsync(upload);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (ended.StatusCode, after.StatusCode));
        Assert.False(File.Exists(PartOf(upload)));
    }

    [Fact]
    public async Task The_protocol_is_described_and_asked_for()
    {
        using var client = await TusClient.SignInAsync(site, "secretary");

        using var options = await client.SendAsync(HttpMethod.Options, "/admin/media/uploads");
        using var silent = await client.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, await client.StartAsync(9, "a.mp3")), Cancel);

        Assert.Equal("creation,expiration,termination", Assert.Single(options.Headers.GetValues("Tus-Extension")));
        Assert.Equal(HttpStatusCode.PreconditionFailed, silent.StatusCode);
    }

    [Theory]
    [InlineData("0", "", HttpStatusCode.BadRequest)]
    [InlineData("-1", "", HttpStatusCode.BadRequest)]
    [InlineData("99999999999", "", HttpStatusCode.RequestEntityTooLarge)]
    [InlineData("100", "filename ***", HttpStatusCode.BadRequest)]
    public async Task A_wrong_announcement_is_refused(string length, string metadata, HttpStatusCode expected)
    {
        using var client = await TusClient.SignInAsync(site, "secretary");

        using var answer = await client.SendAsync(
            HttpMethod.Post, "/admin/media/uploads", ("Upload-Length", length), ("Upload-Metadata", metadata));

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Without_the_page_s_token_nothing_begins()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var forged = new TusClient(secretary, "/admin/media/uploads", null);

        using var answer = await forged.CreateAsync(1000, "伪造.mp3");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task An_api_client_sends_pieces_with_its_token()
    {
        using var client = new TusClient(await site.ClientAsync("Secretary", "qinghe"), "/api/media/uploads", null);
        var sound = Sound(9, 1200);
        using var created = await client.CreateAsync(sound.Length, "接口.mp3", "path=qinghe");
        var upload = created.Headers.Location!.ToString();

        using var sent = await client.PatchAsync(upload, 0, sound);

        Assert.Equal(HttpStatusCode.NoContent, sent.StatusCode);
        Assert.Equal(sound, await site.CreateVisitor().GetByteArrayAsync(await UrlOfAsync(client, upload), Cancel));
    }

    private static byte[] Sound(byte mark, int length) => [.. "ID3"u8, 3, 0, 0, mark, .. Enumerable.Range(0, length - 7).Select(n => (byte)(n * 31))];

    private static async Task<string> UrlOfAsync(TusClient client, string upload) =>
        (string)(await client.Http.GetFromJsonAsync<JsonObject>(upload, Cancel))!["url"]!;

    private string PartOf(string upload) =>
        site.Services.GetRequiredService<UploadParts>().LocationOf(Guid.Parse(upload[(upload.LastIndexOf('/') + 1)..]));
}
