using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.IntegrationTests.Api;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;

namespace PartyCms.IntegrationTests.Content;

public sealed class SameTitleTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_title_that_was_given_often_gets_the_first_free_number()
    {
        using var api = await site.AdministratorAsync();
        var first = (await api.SavedAsync(await site.NewsAsync("一周情况"))).Id();
        await TakeAsync(first, 2, 40);

        var next = await api.SavedAsync(await site.NewsAsync("一周情况"));
        await FreeAsync("news/一周情况-17");
        var gap = await api.SavedAsync(await site.NewsAsync("一周情况"));

        Assert.Equal(("news/一周情况-41", "news/一周情况-17"), (Path(next), Path(gap)));
    }

    private static string? Path(JsonNode item) => (string?)item["AutoroutePart"]!["Path"];

    // The rows of items that bear the title already, made out of the first one.
    private Task<bool> TakeAsync(string id, int from, int until) => site.WithServicesAsync(async services =>
    {
        var db = services.GetRequiredService<CmsDbContext>();
        var path = await db.Set<ContentItem>().Where(item => item.ContentItemId == id && item.Latest)
            .Select(item => item.Path).SingleAsync(Cancel);
        for (var n = from; n <= until; n++)
        {
            db.Add(new ContentItem
            {
                ContentItemId = ContentIds.New(), ContentItemVersionId = ContentIds.New(), ContentType = "BranchNews", Latest = true,
                DisplayText = "一周情况", Path = $"{path}-{n}",
            });
        }

        await db.SaveChangesAsync(Cancel);
        return true;
    });

    private Task<int> FreeAsync(string path) => site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>()
        .Set<ContentItem>().Where(item => item.Path == path).ExecuteDeleteAsync(Cancel));
}
