using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Media.Storage;

namespace PartyCms.IntegrationTests.Media;

/// <summary>What every place that keeps files must do.</summary>
public abstract class MediaStoreContract
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected abstract IMediaStore Store { get; }

    [Fact]
    public async Task What_was_put_is_there_to_be_read()
    {
        await PutAsync("2026/09/a.mp3", "甲");

        Assert.True(await Store.ContainsAsync("2026/09/a.mp3", Cancel));
        Assert.Equal("甲", await ReadAsync("2026/09/a.mp3"));
    }

    [Fact]
    public async Task What_was_never_put_is_not_there()
    {
        Assert.False(await Store.ContainsAsync("2026/09/none.mp3", Cancel));
        Assert.Null(await Store.LocateAsync("2026/09/none.mp3", Cancel));
    }

    [Fact]
    public async Task What_was_deleted_is_gone_and_deleting_twice_is_fine()
    {
        await PutAsync("2026/09/b.mp3", "乙");
        await ReadAsync("2026/09/b.mp3");

        await Store.DeleteAsync(["2026/09/b.mp3", "variants/b-480.mp3"], Cancel);
        await Store.DeleteAsync(["2026/09/b.mp3"], Cancel);

        Assert.False(await Store.ContainsAsync("2026/09/b.mp3", Cancel));
        Assert.Null(await Store.LocateAsync("2026/09/b.mp3", Cancel));
    }

    [Fact]
    public async Task Putting_the_same_again_is_fine()
    {
        await PutAsync("2026/09/c.mp3", "丙");
        await PutAsync("2026/09/c.mp3", "丙");

        Assert.Equal("丙", await ReadAsync("2026/09/c.mp3"));
    }

    [Fact]
    public async Task Many_readers_at_once_all_get_the_whole_file()
    {
        var text = new string('丁', 200_000);
        await PutAsync("2026/09/d.mp3", text);

        var read = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ReadAsync("2026/09/d.mp3")));

        Assert.All(read, found => Assert.Equal(text.Length, found.Length));
    }

    private async Task PutAsync(string key, string text)
    {
        var location = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(location, text, Encoding.UTF8, Cancel);
            await Store.PutAsync(key, location, "audio/mpeg", Cancel);
        }
        finally
        {
            File.Delete(location);
        }
    }

    private async Task<string> ReadAsync(string key) => await File.ReadAllTextAsync((await Store.LocateAsync(key, Cancel))!, Cancel);
}

public sealed class DiskMediaStoreTests(CmsFactory site) : MediaStoreContract, IClassFixture<CmsFactory>
{
    private protected override IMediaStore Store => site.Services.GetRequiredService<IMediaStore>();

    [Fact]
    public void It_is_the_one_that_is_used_when_nothing_is_said() => Assert.IsType<DiskMediaStore>(Store);
}

public sealed class S3MediaStoreTests(S3Site site) : MediaStoreContract, IClassFixture<S3Site>
{
    private protected override IMediaStore Store => site.Services.GetRequiredService<IMediaStore>();

    [Fact]
    public void It_is_the_one_that_was_configured() => Assert.IsType<S3MediaStore>(Store);
}
