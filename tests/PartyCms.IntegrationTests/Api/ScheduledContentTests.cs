using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Content.Scheduling;
using PartyCms.Kernel.Data;

namespace PartyCms.IntegrationTests.Api;

public sealed class ScheduledContentTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2030-05-01T08:00:00Z", "2030-05-01T08:00:00Z")]
    [InlineData("2030-05-01T16:00:30.25+08:00", "2030-05-01T08:00:30Z")]
    public async Task A_time_is_kept_to_the_second_in_the_form_of_the_field_and_the_draft_waits(string posted, string kept)
    {
        using var client = await site.AdministratorAsync();
        using var answer = await client.SaveAsync(await ItemAsync("接口定时", posted), draft: true);
        var item = await answer.JsonAsync();

        Assert.Equal(kept, (string?)item["PublishLaterPart"]!["ScheduledPublishUtc"]);
        Assert.Equal(kept, ScheduleDates.Format(Assert.Single(await RowsAsync(item.Id())).DueUtc));
    }

    [Theory]
    [InlineData("morgen")]
    [InlineData("1815-06-18T11:00:00Z")]
    public async Task Something_else_than_a_time_is_refused(string posted)
    {
        using var client = await site.AdministratorAsync();

        using var answer = await client.SaveAsync(await ItemAsync("错的时间", posted), draft: true);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotNull((await answer.JsonAsync())["errors"]!["PublishLaterPart.ScheduledPublishUtc"]);
    }

    [Fact]
    public async Task Publishing_at_once_clears_the_time()
    {
        using var client = await site.AdministratorAsync();
        using var answer = await client.SaveAsync(await ItemAsync("马上发布", "2030-05-01T08:00:00Z"));
        var item = await answer.JsonAsync();

        Assert.Null(item["PublishLaterPart"]!["ScheduledPublishUtc"]);
        Assert.Empty(await RowsAsync(item.Id()));
    }

    [Fact]
    public async Task Who_may_not_publish_may_not_schedule()
    {
        using var client = await site.ClientAsync("Secretary", "qinghe");
        var item = await ItemAsync("越权定时", "2030-05-01T08:00:00Z");
        item["ContentType"] = "Disclosure";

        using var answer = await client.SaveAsync(item, draft: true);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_draft_that_was_scheduled_waits_no_longer_when_somebody_changes_it_who_may_not_publish()
    {
        using var client = await site.ClientAsync("Secretary", "qinghe");
        var draft = await ItemAsync("先定时再改", "2030-05-01T08:00:00Z");
        draft["ContentType"] = "Disclosure";
        draft.Remove("DisplayText");
        var id = await site.WithServicesAsync(async services => (await services.GetRequiredService<ContentStore>().SaveDraftAsync(
            new ContentEdit { ContentType = "Disclosure", Parts = PartsOf(draft) }, Cancel)).Item!.ContentItemId);

        using var changed = await client.SaveAsync(
            new JsonObject { ["ContentItemId"] = id, ["TitlePart"] = new JsonObject { ["Title"] = "改过的标题" } }, draft: true);

        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Empty(await RowsAsync(id));
        Assert.Null((await changed.JsonAsync())["PublishLaterPart"]!["ScheduledPublishUtc"]);
    }

    [Fact]
    public async Task The_time_to_take_down_counts_while_the_item_is_public()
    {
        using var client = await site.AdministratorAsync();
        var posted = await site.NewsAsync("到时下线");
        posted["ArchiveLaterPart"] = new JsonObject { ["ScheduledArchiveUtc"] = "2030-05-01T08:00:00Z" };
        using var answer = await client.SaveAsync(posted);
        var id = (await answer.JsonAsync()).Id();

        var whilePublic = await RowsAsync(id);
        await site.WithServicesAsync(services => services.GetRequiredService<ContentStore>().WithdrawAsync(id, "提前撤下", Cancel));

        Assert.Equal(ScheduledAct.Archive, Assert.Single(whilePublic).Act);
        Assert.Empty(await RowsAsync(id));
    }

    private static JsonObject PartsOf(JsonObject item) => new(item
        .Where(property => property.Key.EndsWith("Part", StringComparison.Ordinal))
        .Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())));

    private async Task<JsonObject> ItemAsync(string title, string publishAt)
    {
        var item = await site.NewsAsync(title);
        item["PublishLaterPart"] = new JsonObject { ["ScheduledPublishUtc"] = publishAt };
        return item;
    }

    private Task<List<ContentSchedule>> RowsAsync(string id) => site.WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<ContentSchedule>().Where(row => row.ContentItemId == id).ToListAsync(Cancel));
}
