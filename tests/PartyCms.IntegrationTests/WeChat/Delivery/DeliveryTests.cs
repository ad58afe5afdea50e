using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Outbox;
using PartyCms.Kernel.Security;
using PartyCms.WeChat.Articles;
using PartyCms.WeChat.Client.Capabilities;
using PartyCms.WeChat.Delivery;
using PartyCms.WeChat.Simulator.Publishing;

namespace PartyCms.IntegrationTests.WeChat.Delivery;

public sealed class DeliveryTests(DeliverySite site) : IClassFixture<DeliverySite>
{
    private static CancellationToken Cancel => DeliverySite.Cancel;

    [Fact]
    public async Task The_draft_holds_what_WeChat_keeps_whole()
    {
        var id = await DraftAsync("草稿的样子");

        var draft = site.WeChat.World.Drafts.Find((await site.ReadAsync(id)).MediaId!)!;

        var article = Assert.Single(draft.Articles);
        Assert.Equal("草稿的样子", article.Title);
        Assert.Equal(article.SentContent, article.Content);
        Assert.Contains("参考链接", article.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("picture:", article.Content, StringComparison.Ordinal);
        Assert.StartsWith(DeliverySite.Origin + "/news/", article.SourceUrl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Articles_of_an_issue_stand_in_their_order()
    {
        var id = await DraftAsync("头条", "次条", "三条");

        var draft = site.WeChat.World.Drafts.Find((await site.ReadAsync(id)).MediaId!)!;

        Assert.Equal(["头条", "次条", "三条"], draft.Articles.Select(article => article.Title));
    }

    [Fact]
    public async Task A_picture_is_uploaded_once()
    {
        await DraftAsync("用同一张图");
        var before = Uploads();
        var id = await site.PrepareAsync("再用一次");
        await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>().Set<ContentItem>()
            .Where(item => item.DisplayText == "再用一次")
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.Data, item => services.GetRequiredService<CmsDbContext>().Set<ContentItem>()
                .Where(other => other.DisplayText == "用同一张图").Select(other => other.Data).First()), Cancel));

        await site.HappenAsync(id, IssueEvent.Deliver);
        await site.RunNodeAsync(0);

        Assert.Equal((IssueStage.Drafted, before), ((await site.ReadAsync(id)).Stage, Uploads()));
    }

    [Fact]
    public async Task Two_nodes_at_once_make_one_draft()
    {
        var id = await site.PrepareAsync("两台一起");
        await site.HappenAsync(id, IssueEvent.Deliver);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => site.RunNodeAsync(i % 2)));

        Assert.Equal((IssueStage.Drafted, 1), ((await site.ReadAsync(id)).Stage, site.CopiesInBox("两台一起")));
    }

    [Fact]
    public async Task A_later_edition_changes_the_draft_and_makes_no_other()
    {
        var id = await DraftAsync("会改的稿子");
        var article = (await site.ReadAsync(id)).Articles[0];
        var version = await PublishAnewAsync(article.ContentItemId, "<p>改过的正文</p>");
        await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>().Set<IssueArticle>()
            .Where(row => row.Id == article.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.ContentItemVersionId, version), Cancel));

        await site.HappenAsync(id, IssueEvent.Deliver);
        await site.RunNodeAsync(1);

        var draft = Assert.Single(site.WeChat.World.Drafts.All, draft => draft.Articles[0].Title == "会改的稿子");
        Assert.Contains("改过的正文", draft.Articles[0].Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_taken_off_the_site_is_not_published()
    {
        var id = await DraftAsync("撤下的稿子");
        await site.WithdrawArticleAsync((await site.ReadAsync(id)).Articles[0].ContentItemId);

        await site.HappenAsync(id, IssueEvent.AskPublish);
        await site.RunNodeAsync(0);

        var issue = await site.ReadAsync(id);
        Assert.Equal((IssueStage.Failed, 0), (issue.Stage, site.CopiesWithReaders("撤下的稿子")));
        Assert.Contains("已从网站撤下", issue.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_right_to_publish_the_draft_stays_and_people_go_on()
    {
        var id = await DraftAsync("没有权限");
        site.WeChat.Faults.Refuse("/cgi-bin/freepublish/submit", 48001, "api unauthorized");

        await site.HappenAsync(id, IssueEvent.AskPublish);
        await site.RunNodeAsync(0);

        var issue = await site.ReadAsync(id);
        Assert.Equal((IssueStage.Drafted, 48001, 1), (issue.Stage, issue.ProblemCode, site.CopiesInBox("没有权限")));
        Assert.NotNull(issue.Remedy);

        // The other tests share the site, and may publish.
        await site.WithServicesAsync(async services =>
        {
            await services.GetRequiredService<CapabilityRecord>().GrantAsync(Capability.FreePublish, Cancel);
            return true;
        });
    }

    [Theory]
    [InlineData(PublishStatus.OriginalityFailed, "原创")]
    [InlineData(PublishStatus.Refused, "审核")]
    public async Task A_refused_publication_says_which_article_and_why(PublishStatus status, string word)
    {
        var title = "被退回的" + word;
        var id = await DraftAsync("好的" + word, title);
        site.WeChat.World.Publications.NextEndsAs(status, 2);

        await site.HappenAsync(id, IssueEvent.AskPublish);
        await site.RunNodeAsync(0);
        await site.RunNodeAsync(0);

        var issue = await site.ReadAsync(id);
        Assert.Equal((IssueStage.Failed, IssueStage.Submitting), (issue.Stage, issue.FailedAt));
        Assert.Contains(word, issue.Problem, StringComparison.Ordinal);
        Assert.Contains(title, issue.Problem, StringComparison.Ordinal);
        Assert.Equal([title], issue.Articles.Where(article => article.IsRefused).Select(article => article.Title));
    }

    [Fact]
    public async Task A_refused_issue_is_not_tried_again_but_sent_with_other_words()
    {
        var id = await DraftAsync("退回重写");
        site.WeChat.World.Publications.NextEndsAs(PublishStatus.Refused, 1);
        await site.HappenAsync(id, IssueEvent.AskPublish);
        await site.RunNodeAsync(0);
        await site.RunNodeAsync(0);

        var refused = await site.ReadAsync(id);
        await site.HappenAsync(id, IssueEvent.Deliver);
        await site.RunNodeAsync(0);
        var anew = await site.ReadAsync(id);

        Assert.Equal((true, false), (refused.IsRefused, IssueActs.IsPossible(refused, IssueAct.Retry)));
        Assert.Equal((IssueStage.Drafted, null, false), (anew.Stage, anew.RefusedRevision, anew.Articles[0].IsRefused));
    }

    [Fact]
    public async Task A_draft_that_was_published_at_WeChat_is_found_there()
    {
        var id = await DraftAsync("手机上发表");
        var mediaId = (await site.ReadAsync(id)).MediaId!;
        await CallAsync("/cgi-bin/freepublish/submit", new JsonObject { ["media_id"] = mediaId });

        site.Clock.Advance(TimeSpan.FromMinutes(11));
        await site.RunNodeAsync(0);

        var issue = await site.ReadAsync(id);
        Assert.Equal(IssueStage.Published, issue.Stage);
        Assert.NotNull(issue.Articles[0].Url);
    }

    [Fact]
    public async Task A_draft_that_was_published_at_WeChat_is_found_there_though_the_list_fails_at_first()
    {
        var id = await DraftAsync("清单读不到");
        await CallAsync("/cgi-bin/freepublish/submit", new JsonObject { ["media_id"] = (await site.ReadAsync(id)).MediaId! });
        site.WeChat.Faults.Refuse("/cgi-bin/freepublish/batchget", 45009, "reach max api daily quota limit");

        site.Clock.Advance(TimeSpan.FromMinutes(11));
        await site.RunNodeAsync(0);
        var before = (await site.ReadAsync(id)).Stage;
        site.Clock.Advance(TimeSpan.FromMinutes(61));
        await site.RunNodeAsync(0);

        Assert.Equal((IssueStage.Drafted, IssueStage.Published), (before, (await site.ReadAsync(id)).Stage));
    }

    [Theory]
    [InlineData(IssueAct.MarkPublished, IssueStage.Published, "wechat.issue-marked-published")]
    [InlineData(IssueAct.MarkUnpublished, IssueStage.Prepared, "wechat.issue-marked-unpublished")]
    internal async Task What_the_list_does_not_tell_for_three_days_a_person_says(IssueAct act, IssueStage settled, string audited)
    {
        var id = await DraftAsync("清单一直读不到" + act);
        await CallAsync("/cgi-bin/draft/delete", new JsonObject { ["media_id"] = (await site.ReadAsync(id)).MediaId! });
        site.WeChat.Faults.Refuse("/cgi-bin/freepublish/batchget", 45009, "reach max api daily quota limit", 1000);
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        await site.RunNodeAsync(0);
        var asked = await site.ReadAsync(id);
        site.Clock.Advance(TimeSpan.FromDays(3));
        await site.RunNodeAsync(0);
        var left = await site.ReadAsync(id);

        await site.WithServicesAsync(services => PressAsync(services, id, left.Revision, act));
        site.WeChat.Faults.Clear();

        Assert.Equal((IssueStage.Drafted, IssueStage.LeftBox), (asked.Stage, left.Stage));
        Assert.Contains("最多查三天", asked.Remedy, StringComparison.Ordinal);
        Assert.Contains("不知道有没有发表", left.Problem, StringComparison.Ordinal);
        Assert.Null(left.NextAttemptUtc);
        Assert.Equal(settled, (await site.ReadAsync(id)).Stage);
        Assert.True(await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>().Set<AuditEvent>()
            .AnyAsync(entry => entry.Kind == audited && entry.SubjectId == id.ToString("N"), Cancel)));
    }

    [Fact]
    public async Task A_draft_that_was_deleted_at_WeChat_is_said_to_be_gone()
    {
        var id = await DraftAsync("手机上删掉");
        await CallAsync("/cgi-bin/draft/delete", new JsonObject { ["media_id"] = (await site.ReadAsync(id)).MediaId! });

        site.Clock.Advance(TimeSpan.FromMinutes(11));
        await site.RunNodeAsync(0);

        Assert.Equal(IssueStage.LeftBox, (await site.ReadAsync(id)).Stage);
    }

    [Fact]
    public async Task The_end_of_a_publication_pushed_thrice_counts_once()
    {
        var world = site.WeChat.World;
        (world.Callback.Url, world.Callback.Handler) = ("http://localhost/wechat", site.Host.Server.CreateHandler());
        (world.Publications.Delay, world.Publications.AnnouncementCopies) = (Timeout.InfiniteTimeSpan, 3);
        var id = await DraftAsync("三遍通知");
        await site.HappenAsync(id, IssueEvent.AskPublish);
        await site.RunNodeAsync(0);

        world.Publications.Finish((await site.ReadAsync(id)).PublishId!);
        await site.WeChat.Pusher.DrainAsync(Cancel);
        await DeliverEndsAsync();
        (world.Callback.Url, world.Publications.Delay, world.Publications.AnnouncementCopies) = ("", TimeSpan.Zero, 1);

        var issue = await site.ReadAsync(id);
        Assert.Equal(IssueStage.Published, issue.Stage);
        Assert.NotNull(issue.Articles[0].Url);
        Assert.Equal(1, await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>().Set<IssueEntry>()
            .CountAsync(entry => entry.IssueId == id && entry.Text == "已发表", Cancel)));
    }

    [Fact]
    public async Task A_look_into_the_draft_box_at_the_same_moment_does_not_put_a_person_off()
    {
        var id = await DraftAsync("同时看草稿箱");

        var outcome = await site.WithServicesAsync(async services =>
        {
            var issues = services.GetRequiredService<CmsDbContext>().Set<Issue>().Where(issue => issue.Id == id);
            var seen = (await issues.SingleAsync(Cancel)).Revision;
            await issues.ExecuteUpdateAsync(set => set.SetProperty(issue => issue.Version, issue => issue.Version + 1), Cancel);
            return await PressAsync(services, id, seen);
        });
        await site.RunNodeAsync(0);

        Assert.Equal((ActVerdict.Done, 1), (outcome.Verdict, site.CopiesWithReaders("同时看草稿箱")));
    }

    [Fact]
    public async Task What_somebody_else_did_meanwhile_has_to_be_looked_at_first()
    {
        var id = await DraftAsync("别人先办了");
        var seen = (await site.ReadAsync(id)).Revision;

        await site.HappenAsync(id, IssueEvent.AskMassSend, IssueEvent.DeclineMassSend);

        Assert.Equal(ActVerdict.Refused, (await site.WithServicesAsync(services => PressAsync(services, id, seen))).Verdict);
    }

    [Fact]
    public async Task One_article_is_in_one_issue_whoever_presses_first()
    {
        var article = await site.AddArticleAsync("两人同时按");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => site.WithServicesAsync(
            services =>
            {
                services.GetRequiredService<Caller>().ActAsSystem();
                return services.GetRequiredService<SaveArticle>()
                    .RunAsync(article, DeliverySite.Origin, new ArticleWords("两人同时按", "", ""), null, Cancel);
            },
            i % 2)));

        Assert.Contains(outcomes, outcome => outcome is SaveOutcome.Saved);
        Assert.Equal(1, await site.WithServicesAsync(services =>
            services.GetRequiredService<CmsDbContext>().Set<IssueArticle>().CountAsync(row => row.ContentItemId == article, Cancel)));
    }

    private static Task<ActOutcome> PressAsync(IServiceProvider services, Guid id, int seen, IssueAct act = IssueAct.Publish)
    {
        services.GetRequiredService<Caller>().ActAsSystem();
        return services.GetRequiredService<ActOnIssue>().RunAsync(id, act, seen, Cancel);
    }

    // Hundreds of messages of the demo may stand before it.
    private async Task DeliverEndsAsync()
    {
        var outbox = site.Host.Services.GetRequiredService<OutboxDispatcher>();
        while (await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>().Set<OutboxMessage>()
            .AnyAsync(message => message.EventType == nameof(JobEnded) && message.DoneUtc == null && message.LastError == null, Cancel)))
        {
            await outbox.DeliverDueAsync(Cancel);
        }
    }

    private async Task<Guid> DraftAsync(params string[] titles)
    {
        var id = await site.PrepareAsync(titles);
        await site.HappenAsync(id, IssueEvent.Deliver);
        await site.RunNodeAsync(0);
        Assert.Equal((IssueStage.Drafted, null), ((await site.ReadAsync(id)).Stage, (await site.ReadAsync(id)).Problem));
        return id;
    }

    private int Uploads() => site.WeChat.Requests.All.Count(request => request.Path is "/cgi-bin/media/uploadimg" or "/cgi-bin/material/add_material");

    private Task<string> PublishAnewAsync(string contentItemId, string body) => site.WithServicesAsync(async services =>
    {
        var db = services.GetRequiredService<CmsDbContext>();
        var summary = await db.Set<ContentSummary>().SingleAsync(row => row.ContentItemId == contentItemId, Cancel);
        await db.Set<ContentItem>().Where(row => row.ContentItemId == contentItemId)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Published, false).SetProperty(row => row.Latest, false), Cancel);
        var item = new ContentItem
        {
            ContentItemId = contentItemId, ContentItemVersionId = ContentIds.New(), ContentType = "BranchNews", DisplayText = summary.Title,
            Latest = true, Published = true,
        };
        var parts = new JsonObject();
        parts.Set(ContentParts.Body, body);
        item.Store(parts);
        db.Add(item);
        summary.ContentItemVersionId = item.ContentItemVersionId;
        await db.SaveChangesAsync(Cancel);
        return item.ContentItemVersionId;
    });

    // As somebody does at WeChat itself.
    private async Task CallAsync(string path, JsonObject body)
    {
        var api = site.Host.Services.GetRequiredService<PartyCms.WeChat.Client.WeChatApi>();
        var told = await api.TellAsync(PartyCms.WeChat.Client.ApiCall.Post(path, body), Cancel);
        Assert.True(told.IsOk, told.ToString());
        site.WeChat.World.RunDueJobs();
    }
}
