using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Jobs;
using PartyCms.Media.Uploads;

namespace PartyCms.IntegrationTests.Media;

public sealed class ExpireUploadsTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_that_nobody_goes_on_with_is_given_up_after_a_day()
    {
        using var client = await TusClient.SignInAsync(site, "secretary");
        var upload = await client.StartAsync(1000, "忘了.mp3");
        using var first = await client.PatchAsync(upload, 0, [.. "ID3"u8, 3, 0, 0, .. new byte[494]]);
        var part = site.Services.GetRequiredService<UploadParts>().LocationOf(Guid.Parse(upload[(upload.LastIndexOf('/') + 1)..]));
        var before = File.Exists(part);

        site.Clock.Advance(StartUpload.Patience);
        using var late = await client.HeadAsync(upload);
        await site.WithServicesAsync(async services =>
        {
            await services.GetServices<IScheduledJob>().OfType<ExpireUploads>().Single().RunAsync(Cancel);
            return 0;
        });

        Assert.True(before);
        Assert.Equal(HttpStatusCode.NotFound, late.StatusCode);
        Assert.False(File.Exists(part));
    }
}
