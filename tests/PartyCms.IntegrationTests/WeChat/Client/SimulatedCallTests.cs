using PartyCms.WeChat.Client.CustomerMessages;
using PartyCms.WeChat.Client.Diagnostics;
using PartyCms.WeChat.Client.Drafts;
using PartyCms.WeChat.Client.Errors;
using PartyCms.WeChat.Client.Followers;
using PartyCms.WeChat.Client.JsSdk;
using PartyCms.WeChat.Client.Materials;
using PartyCms.WeChat.Client.Menus;
using PartyCms.WeChat.Client.OAuth;
using PartyCms.WeChat.Client.Publishing;
using PartyCms.WeChat.Client.QrCodes;
using PartyCms.WeChat.Client.Tags;
using PartyCms.WeChat.Simulator.Faults;

namespace PartyCms.IntegrationTests.WeChat.Client;

public sealed class SimulatedCallTests(SimulatedSite site) : IClassFixture<SimulatedSite>
{
    // One white pixel.
    internal static readonly UploadFile Picture = new(
        Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg=="),
        "png");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_passes_the_strict_form_of_WeChat()
    {
        var uploaded = await site.Get<MaterialClient>().UploadArticleImageAsync(Picture, Cancel);

        Assert.True(uploaded.IsOk, uploaded.ToString());
        Assert.Contains("mmbiz", uploaded.Value.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_with_emoji_comes_back_as_it_was_sent()
    {
        var draft = await AddDraftAsync("党课😀<一>");

        var kept = await site.Get<DraftClient>().GetAsync(draft, Cancel);

        Assert.Equal("党课😀<一>", Assert.Single(kept.Value!.Articles).Title);
    }

    [Fact]
    public async Task Who_came_with_a_former_account_is_told_by_the_old_id()
    {
        site.WeChat.World.Followers.MoveHere("wxformer", "oBefore", "oNow");

        var found = await site.Get<FollowerClient>().FindFormerAsync("wxformer", ["oBefore", "oStranger"], Cancel);

        Assert.Equal(
            [("oBefore", "oNow"), ("oStranger", null)], found.Value!.Followers.Select(person => (person.FormerOpenId, person.OpenId)));
    }

    [Theory]
    [InlineData("wxanother", 1, 40013)]
    [InlineData("wxmoved", 0, 40032)]
    [InlineData("wxmoved", FollowerClient.MostFormer + 1, 40032)]
    public async Task Who_came_with_a_former_account_is_not_told_of_any_account_nor_of_any_number(string appId, int people, int code)
    {
        site.WeChat.World.Followers.MoveHere("wxmoved", "oBefore", "oNow");

        var found = await site.Get<FollowerClient>()
            .FindFormerAsync(appId, [.. Enumerable.Range(0, people).Select(number => $"o{number}")], Cancel);

        Assert.Equal(code, found.Error?.Code);
    }

    [Fact]
    public async Task A_draft_is_published_and_gone()
    {
        var draft = await AddDraftAsync("七一专题");

        var submitted = await site.Get<FreePublishClient>().SubmitAsync(draft, Cancel);
        site.WeChat.Clock.Advance(TimeSpan.FromMinutes(5));
        var progress = await site.Get<FreePublishClient>().GetAsync(submitted.Value!.PublishId, Cancel);

        Assert.Equal(PublishStatus.Published, progress.Value!.PublishStatus);
        Assert.NotEmpty(Assert.Single(progress.Value.ArticleDetail!.Items).ArticleUrl);
        Assert.Equal(WeChatCode.InvalidMediaId, (await site.Get<DraftClient>().GetAsync(draft, Cancel)).Error?.Code);
    }

    [Fact]
    public async Task A_lost_answer_to_a_question_is_asked_for_again()
    {
        site.WeChat.Faults.Next("/cgi-bin/draft/count", FaultKind.BadGateway);

        Assert.True((await site.Get<DraftClient>().CountAsync(Cancel)).IsOk);
    }

    [Fact]
    public async Task A_lost_answer_to_what_makes_something_leaves_it_open()
    {
        site.WeChat.Faults.Next("/cgi-bin/draft/add", FaultKind.TruncatedJson);

        var added = await site.Get<DraftClient>().AddAsync([await ArticleAsync("一次")], Cancel);

        Assert.True(added.Error?.MayHaveHappened);
    }

    [Fact]
    public async Task A_token_that_died_at_WeChat_is_replaced_without_anybody_noticing()
    {
        await site.Get<DraftClient>().CountAsync(Cancel);
        site.WeChat.World.Tokens.RevokeAll();

        Assert.True((await site.Get<DraftClient>().CountAsync(Cancel)).IsOk);
    }

    [Fact]
    public async Task A_follower_is_found_and_tagged()
    {
        var openId = (await site.Get<FollowerClient>().ListAsync(null, Cancel)).Value!.OpenIds[0];
        var tag = (await site.Get<TagClient>().CreateAsync("青禾支部", Cancel)).Value!;

        await site.Get<TagClient>().AddToAsync(tag.Id!.Value, [openId], Cancel);

        Assert.Contains(tag.Id.Value, (await site.Get<FollowerClient>().GetAsync(openId, Cancel)).Value!.TagIds);
        Assert.Equal([openId], (await site.Get<TagClient>().FollowersOfAsync(tag.Id.Value, null, Cancel)).Value!.OpenIds);
    }

    [Fact]
    public async Task A_menu_comes_back_as_it_was_sent()
    {
        IReadOnlyList<MenuButton> buttons = [new MenuButton { Type = "click", Name = "学习", Key = "学习" }];

        Assert.True((await site.Get<MenuClient>().CreateAsync(buttons, Cancel)).IsOk);

        Assert.Equal("学习", Assert.Single((await site.Get<MenuClient>().GetAsync(Cancel)).Value!.Menu!.Buttons).Key);
        Assert.Equal("学习", Assert.Single((await site.Get<MenuClient>().GetCurrentAsync(Cancel)).Value!.Content!.Buttons).Name);
    }

    [Fact]
    public async Task A_code_with_a_scene_is_made() =>
        Assert.True((await site.Get<QrCodeClient>().CreateTemporaryAsync("b:7:ab12", TimeSpan.FromDays(1), Cancel)).IsOk);

    [Fact]
    public async Task A_message_outside_of_the_window_is_refused_for_this_follower_only()
    {
        var person = site.WeChat.World.Followers.Add("老王");

        var sent = await site.Get<CustomerMessageClient>().SendAsync(CustomerMessage.OfText(person.OpenId, "您好"), Cancel);

        Assert.Equal(ErrorClass.Recipient, sent.Error?.Class);
    }

    [Fact]
    public async Task A_page_is_signed()
    {
        var signed = await site.Get<SignPage>().RunAsync("https://dj.example.cn/", Cancel);

        Assert.Equal(40, signed.Value?.Signature.Length);
    }

    [Fact]
    public async Task A_reader_is_recognized_once_by_each_code()
    {
        var person = site.WeChat.World.Followers.Add("小李");
        var code = site.WeChat.World.OAuth.IssueCode(person.OpenId);

        var first = await site.Get<WebAuthorizationClient>().ExchangeAsync(code, Cancel);
        var second = await site.Get<WebAuthorizationClient>().ExchangeAsync(code, Cancel);

        Assert.Equal((person.OpenId, false), (first.Value!.OpenId, first.Value.IsStandIn));
        Assert.Equal(ErrorClass.Authorization, second.Error?.Class);
    }

    [Fact]
    public async Task A_call_that_failed_is_explained_by_its_id()
    {
        var error = (await site.Get<DraftClient>().GetAsync("no-such-draft", Cancel)).Error!;

        var explained = await site.Get<DiagnosticsClient>().ExplainAsync(error.Rid!, Cancel);

        Assert.Contains("no-such-draft", explained.Value!.Request.RequestBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_quota_of_a_path_is_read()
    {
        var quota = await site.Get<DiagnosticsClient>().GetQuotaAsync("/cgi-bin/draft/add", Cancel);

        Assert.Equal(1000, quota.Value?.Quota.DailyLimit);
    }

    private async Task<string> AddDraftAsync(string title)
    {
        var added = await site.Get<DraftClient>().AddAsync([await ArticleAsync(title)], Cancel);
        Assert.True(added.IsOk, added.ToString());
        return added.Value.MediaId;
    }

    private async Task<DraftArticle> ArticleAsync(string title)
    {
        var cover = await site.Get<MaterialClient>().AddImageAsync(Picture, Cancel);
        Assert.True(cover.IsOk, cover.ToString());
        return new DraftArticle { Title = title, Content = "<p>正文</p>", ThumbMediaId = cover.Value.MediaId };
    }
}
