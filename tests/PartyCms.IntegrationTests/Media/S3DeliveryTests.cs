using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PartyCms.IntegrationTests.Media;

public sealed partial class S3DeliveryTests(S3Site site) : IClassFixture<S3Site>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_in_the_bucket_is_served_whole_and_in_parts()
    {
        using var secretary = await site.SignInAsync("secretary");
        byte[] sound = [.. "ID3"u8, 3, 0, 0, 1, .. Enumerable.Range(0, 500).Select(n => (byte)n)];
        var url = await UploadAsync(secretary, sound, "党课.mp3");
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { Range = new RangeHeaderValue(10, 19) } };

        using var part = await site.CreateVisitor().SendAsync(request, Cancel);
        var whole = await site.CreateVisitor().GetByteArrayAsync(url, Cancel);

        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal(sound[10..20], await part.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(sound, whole);
    }

    [Fact]
    public async Task What_this_machine_lost_comes_again_from_the_bucket()
    {
        using var secretary = await site.SignInAsync("secretary");
        byte[] sound = [.. "ID3"u8, 3, 0, 0, 2, .. new byte[300]];
        var url = await UploadAsync(secretary, sound, "副本.mp3");
        await site.CreateVisitor().GetByteArrayAsync(url, Cancel);
        foreach (var copy in Directory.GetFiles(Path.Combine(site.DataFolder, "media-cache")))
        {
            File.Delete(copy);
        }

        Assert.Equal(sound, await site.CreateVisitor().GetByteArrayAsync(url, Cancel));
        Assert.False(Directory.Exists(Path.Combine(site.DataFolder, "media")));
    }

    [Fact]
    public async Task A_smaller_picture_is_made_and_kept_in_the_bucket()
    {
        using var secretary = await site.SignInAsync("secretary");
        var url = await UploadAsync(secretary, Picture(), "墙.png");

        using var small = await site.CreateVisitor().GetAsync(url + "?width=480", Cancel);
        var bytes = await small.Content.ReadAsByteArrayAsync(Cancel);

        Assert.Equal("image/png", small.Content.Headers.ContentType?.MediaType);
        Assert.Equal(480, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)));
    }

    // 960 x 2 pixels of one color.
    private static byte[] Picture()
    {
        using var bytes = new MemoryStream();
        bytes.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk("IHDR"u8, [0, 0, 3, 0xC0, 0, 0, 0, 2, 8, 2, 0, 0, 0]);
        using var packed = new MemoryStream();
        using (var zip = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(new byte[2 * (1 + (960 * 3))]);
        }

        Chunk("IDAT"u8, packed.ToArray());
        Chunk("IEND"u8, []);
        return bytes.ToArray();

        void Chunk(ReadOnlySpan<byte> kind, byte[] data)
        {
            Span<byte> number = stackalloc byte[4];
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
            bytes.Write(number);
            byte[] body = [.. kind, .. data];
            bytes.Write(body);
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
            bytes.Write(number);
        }
    }

    private static uint Crc(byte[] data)
    {
        var crc = uint.MaxValue;
        foreach (var value in data)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
            }
        }

        return ~crc;
    }

    private static async Task<string> UploadAsync(HttpClient client, byte[] content, string name)
    {
        var token = Token().Match(await client.GetStringAsync("/admin/media", Cancel)).Groups[1].Value;
        using var form = new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/admin/media/upload") { Content = form };
        request.Headers.Add("X-CSRF-Token", token);
        using var answer = await client.SendAsync(request, Cancel);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("url").GetString()!;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
