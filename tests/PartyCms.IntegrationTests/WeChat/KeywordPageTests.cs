using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Data;
using PartyCms.WeChat.Conversation.Keywords;

namespace PartyCms.IntegrationTests.WeChat;

public sealed class KeywordPageTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private const string Index = "/admin/wechat/keywords";

    [Fact]
    public async Task A_word_with_a_text_is_stored_and_shown()
    {
        using var admin = await site.SignInAsync("admin");

        using var answer = await SaveAsync(admin, "党费", "Text", new() { ["Form.Text"] = "每月月底前交。" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("每月月底前交。", await admin.GetStringAsync(Index, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_is_tried_before_followers_write_it()
    {
        using var admin = await site.SignInAsync("admin");
        using var saved = await SaveAsync(admin, "转正", "Text", new() { ["Form.Text"] = "预备期满前一周写申请。" });

        var page = await admin.GetStringAsync($"{Index}?q={Uri.EscapeDataString("转正")}", Cancel);

        Assert.Contains("<p class=\"chat__bubble\" data-preview=\"Text\">", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Text", "党费", "Form.Text", "", "请填写回复的文字")]
    [InlineData("Text", "！！", "Form.Text", "好", "不能只有标点")]
    [InlineData("News", "党费", "Form.Title", "", "请填写标题")]
    [InlineData("News", "党费", "Form.Link", "javascript:alert(1)", "https 开头的网址")]
    [InlineData("News", "党费", "Form.Link", "//evil.example", "https 开头的网址")]
    public async Task A_word_without_a_whole_answer_is_refused(
        string kind, string word, string field, string value, string message)
    {
        using var admin = await site.SignInAsync("admin");

        using var answer = await SaveAsync(admin, word, kind, new() { [field] = value });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_is_previewed_and_not_stored()
    {
        using var admin = await site.SignInAsync("admin");
        var before = await CountAsync();

        using var answer = await SaveAsync(
            admin, "转接", "News", new() { ["Form.Title"] = "组织关系怎样转", ["Form.Link"] = "/guides" }, "?handler=Preview");

        Assert.Contains("chat__card", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Words_change_places_and_are_switched_off_and_deleted()
    {
        using var admin = await site.SignInAsync("admin");
        using var first = await SaveAsync(admin, "甲词", "Text", new() { ["Form.Text"] = "甲" });
        using var second = await SaveAsync(admin, "乙词", "Text", new() { ["Form.Text"] = "乙" });
        var id = await IdOfAsync("乙词");

        using var up = await ActAsync(admin, "Up", id);
        using var off = await ActAsync(admin, "Switch", id);

        var rules = await ListAsync();
        Assert.Equal(["乙词", "甲词"], rules.Where(rule => rule.Word is "甲词" or "乙词").Select(rule => rule.Word));
        Assert.False(rules.Single(rule => rule.Word == "乙词").IsOn);

        using var deleted = await ActAsync(admin, "Delete", id);

        Assert.DoesNotContain(await ListAsync(), rule => rule.Word == "乙词");
    }

    [Theory]
    [InlineData("/admin/wechat/keywords")]
    [InlineData("/admin/wechat/keywords/new")]
    [InlineData("/admin/wechat/messages")]
    public async Task A_secretary_speaks_for_a_branch_and_not_for_the_account(string page)
    {
        using var secretary = await site.SignInAsync("secretary");

        using var answer = await secretary.GetAsync(page, Cancel);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/error/403", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_look_into_the_message_log_is_noted()
    {
        using var admin = await site.SignInAsync("admin");

        using var answer = await admin.GetAsync("/admin/wechat/messages", Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>()
            .Set<AuditEvent>().AnyAsync(act => act.Kind == "wechat.messages-viewed" && act.ActorName == "admin", Cancel)));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<HttpResponseMessage> SaveAsync(
        HttpClient client, string word, string kind, Dictionary<string, string> fields, string handler = "")
    {
        fields["Form.Word"] = word;
        fields["Form.Match"] = "Exact";
        fields["Form.Answer"] = kind;
        fields["Form.IsOn"] = "true";
        return CmsFactory.PostFormAsync(client, $"{Index}/new", fields, $"{Index}/new{handler}");
    }

    private static Task<HttpResponseMessage> ActAsync(HttpClient client, string handler, Guid id) =>
        CmsFactory.PostFormAsync(client, Index, new() { ["id"] = id.ToString() }, $"{Index}?handler={handler}");

    private Task<IReadOnlyList<KeywordRule>> ListAsync() => site.WithServicesAsync(services =>
        services.GetRequiredService<KeywordRules>().ListAsync(Cancel));

    private async Task<Guid> IdOfAsync(string word) => (await ListAsync()).Single(rule => rule.Word == word).Id;

    private Task<int> CountAsync() => site.WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<KeywordRule>().CountAsync(Cancel));
}
