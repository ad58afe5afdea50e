using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Data;
using PartyCms.Media.Files;

namespace PartyCms.IntegrationTests.Media;

public sealed partial class MediaGalleryTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_uploaded_described_and_deleted_without_script()
    {
        using var secretary = await site.SignInAsync("secretary");
        var file = await UploadAsync(secretary, "第一.mp3", 1);

        using var described = await CmsFactory.PostFormAsync(
            secretary, "/admin/media", new() { ["name"] = "党课录音.mp3", ["alt"] = "录音" }, $"/admin/media/file/{file.Id}?handler=Describe");
        var alt = (await FindAsync("党课录音.mp3"))!.Alt;
        using var deleted = await CmsFactory.PostFormAsync(secretary, "/admin/media", [], $"/admin/media/file/{file.Id}?handler=Delete");
        using var gone = await secretary.GetAsync(MediaPath.UrlOf(file.Path), Cancel);

        Assert.Equal(("录音", HttpStatusCode.NotFound), (alt, gone.StatusCode));
        Assert.Null(await FindAsync("党课录音.mp3"));
    }

    [Fact]
    public async Task A_file_of_another_branch_is_not_there()
    {
        using var secretary = await site.SignInAsync("secretary");
        using var other = await site.SignInAsync("secretary2");
        var file = await UploadAsync(secretary, "本支部.mp3", 3);

        var gallery = await other.GetStringAsync("/admin/media", Cancel);
        using var deleted = await CmsFactory.PostFormAsync(other, "/admin/media", [], $"/admin/media/file/{file.Id}?handler=Delete");

        Assert.DoesNotContain("本支部.mp3", gallery, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, deleted.StatusCode);
    }

    [Fact]
    public async Task A_member_has_no_gallery()
    {
        using var member = await site.SignInAsync("member");

        using var answer = await member.GetAsync("/admin/media", Cancel);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task<MediaFile> UploadAsync(HttpClient client, string name, byte mark)
    {
        var token = Token().Match(await client.GetStringAsync("/admin/media", Cancel)).Groups[1].Value;
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent([.. "ID3"u8, 3, 0, 0, mark, .. new byte[64]]), "file", name },
            { new StringContent(token), "__RequestVerificationToken" },
        };
        using var answer = await client.PostAsync("/admin/media?handler=Upload", form, Cancel);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return (await FindAsync(name))!;
    }

    private Task<MediaFile?> FindAsync(string name) => site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>()
        .Set<MediaFile>().AsNoTracking().SingleOrDefaultAsync(row => row.OriginalName == name, Cancel));

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
