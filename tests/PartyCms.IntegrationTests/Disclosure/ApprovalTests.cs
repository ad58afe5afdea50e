using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Disclosure.Approval;
using PartyCms.Disclosure.Documents;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;

namespace PartyCms.IntegrationTests.Disclosure;

public sealed class ApprovalTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_document_reaches_readers_by_proposal_review_approval_and_publication()
    {
        var id = await site.AddDraftAsync("审批全程样例");
        using var secretary = await site.SignInAsync("secretary");
        using var reviewer = await site.SignInAsync("reviewer");
        using var approver = await site.SignInAsync("approver");
        using var visitor = site.CreateVisitor();

        await DoneAsync(secretary.TakeStepAsync(id, "Propose", "按季度公开"));
        Assert.Contains("审批全程样例", await reviewer.GetStringAsync("/admin/disclosures", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("审批全程样例", await approver.GetStringAsync("/admin/disclosures", Cancellation), StringComparison.Ordinal);

        await DoneAsync(reviewer.TakeStepAsync(id, "Review", "数字已核对"));
        await DoneAsync(approver.TakeStepAsync(id, "Approve"));
        Assert.DoesNotContain("审批全程样例", await visitor.GetStringAsync("/disclosures", Cancellation), StringComparison.Ordinal);

        await DoneAsync(secretary.TakeStepAsync(id, "Publish"));
        Assert.Contains("审批全程样例", await visitor.GetStringAsync("/disclosures", Cancellation), StringComparison.Ordinal);

        var form = await secretary.GetStringAsync($"/admin/disclosures/{id}/form", Cancellation);
        Assert.Contains("按季度公开", form, StringComparison.Ordinal);
        Assert.Contains("数字已核对", form, StringComparison.Ordinal);
        Assert.Contains("经办人：approver", form, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Review")]
    [InlineData("Approve")]
    [InlineData("Return")]
    [InlineData("PublishDirectly")]
    public async Task A_secretary_can_neither_judge_nor_pass_over(string act)
    {
        var id = await site.AddDraftAsync("书记越权 " + act);
        using var secretary = await site.SignInAsync("secretary");
        await DoneAsync(secretary.TakeStepAsync(id, "Propose"));

        using var answer = await secretary.ForceStepAsync(id, act, "/account/logout");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(ApprovalState.Proposed, await StateAsync(id));
    }

    [Theory]
    [InlineData("Review")]
    [InlineData("Approve")]
    public async Task Nobody_judges_a_document_of_their_own(string act)
    {
        var id = await site.AddDraftAsync("同一账号 " + act);
        using var administrator = await site.SignInAsync("admin");
        await DoneAsync(administrator.TakeStepAsync(id, "Propose"));
        if (act == "Approve")
        {
            using var reviewer = await site.SignInAsync("reviewer");
            await DoneAsync(reviewer.TakeStepAsync(id, "Review"));
        }

        using var answer = await administrator.TakeStepAsync(id, act);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("须由不同的人办理", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_after_approval_sends_the_document_back_to_the_start()
    {
        var id = await site.AddDraftAsync("批后改字");
        using var secretary = await site.SignInAsync("secretary");
        using var reviewer = await site.SignInAsync("reviewer");
        using var approver = await site.SignInAsync("approver");
        await DoneAsync(secretary.TakeStepAsync(id, "Propose"));
        await DoneAsync(reviewer.TakeStepAsync(id, "Review"));
        await DoneAsync(approver.TakeStepAsync(id, "Approve"));
        var seen = await secretary.SeenAsync(id);
        await site.AddDraftAsync("批后改字", "<p>多添了一笔。</p>", id: id);

        using var answer = await secretary.ForceStepAsync(id, "Publish", "/account/logout", seen);

        Assert.Contains("请看过新的内容再办理", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Contains("请重新送审", await secretary.GetStringAsync($"/admin/disclosures/{id}", Cancellation), StringComparison.Ordinal);
        using var hidden = await reviewer.GetAsync($"/admin/disclosures/{id}", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
    }

    [Fact]
    public async Task A_reviewer_returns_a_document_only_with_a_reason()
    {
        var id = await site.AddDraftAsync("退回样例");
        using var secretary = await site.SignInAsync("secretary");
        using var reviewer = await site.SignInAsync("reviewer");
        await DoneAsync(secretary.TakeStepAsync(id, "Propose"));

        using var silent = await reviewer.TakeStepAsync(id, "Return", " ");
        Assert.Contains("请写明退回的原因", await silent.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);

        await DoneAsync(reviewer.TakeStepAsync(id, "Return", "第二行合计有误"));
        Assert.Contains("第二行合计有误", await secretary.GetStringAsync($"/admin/disclosures/{id}", Cancellation), StringComparison.Ordinal);
        Assert.Equal(ApprovalState.Draft, await StateAsync(id));
    }

    [Fact]
    public async Task An_identity_number_stops_the_proposal_and_the_place_is_named()
    {
        var id = await site.AddDraftAsync("带证件号", "<table><tr><td>联系人</td><td>11010519491231002X</td></tr></table>");
        using var secretary = await site.SignInAsync("secretary");

        using var answer = await secretary.TakeStepAsync(id, "Propose");

        Assert.Contains(
            "正文里有身份证号：联系人 1101**********002X，请删去",
            await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_telephone_number_is_shown_to_the_reviewer()
    {
        var id = await site.AddDraftAsync("带手机号", "<p>咨询请打13800138000。</p>");
        using var secretary = await site.SignInAsync("secretary");
        using var reviewer = await site.SignInAsync("reviewer");

        await DoneAsync(secretary.TakeStepAsync(id, "Propose"));

        Assert.Contains("正文里有手机号", await reviewer.GetStringAsync($"/admin/disclosures/{id}", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_of_another_branch_is_not_there()
    {
        var id = await site.AddDraftAsync("清禾的材料");
        using var stranger = await site.SignInAsync("secretary2");

        foreach (var path in new[] { $"/admin/disclosures/{id}", $"/admin/disclosures/{id}/form" })
        {
            using var answer = await stranger.GetAsync(path, Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var step = await stranger.ForceStepAsync(id, "Propose", "/account/logout");
        Assert.Equal(HttpStatusCode.NotFound, step.StatusCode);
        Assert.DoesNotContain("清禾的材料", await stranger.GetStringAsync("/admin/disclosures", Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("member")]
    [InlineData("floating")]
    public async Task A_member_does_not_enter(string account)
    {
        using var member = await site.SignInAsync(account);

        using var answer = await member.GetAsync("/admin/disclosures", Cancellation);

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("Fly")]
    [InlineData("99")]
    [InlineData("")]
    public async Task An_unknown_step_is_refused(string act)
    {
        var id = await site.AddDraftAsync("未知步骤 " + act);
        using var secretary = await site.SignInAsync("secretary");

        using var answer = await secretary.TakeStepAsync(id, act);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Of_two_who_review_at_once_one_wins()
    {
        var id = await site.AddDraftAsync("同时审核");
        using var secretary = await site.SignInAsync("secretary");
        using var reviewer = await site.SignInAsync("reviewer");
        using var administrator = await site.SignInAsync("admin");
        await DoneAsync(secretary.TakeStepAsync(id, "Propose"));

        var answers = await Task.WhenAll(reviewer.TakeStepAsync(id, "Review"), administrator.TakeStepAsync(id, "Review"));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(1, await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>()
            .Set<DisclosureApproval>().CountAsync(step => step.ContentItemId == id && step.Act == ApprovalAct.Review, Cancellation)));
    }

    [Fact]
    public async Task An_administrator_publishes_directly_with_a_reason_that_is_kept()
    {
        var id = await site.AddDraftAsync("单人支部直接公开");
        using var administrator = await site.SignInAsync("admin");

        using var silent = await administrator.TakeStepAsync(id, "PublishDirectly");
        Assert.Contains("请写明直接发布的理由", await silent.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        await DoneAsync(administrator.TakeStepAsync(id, "PublishDirectly", "支部只有一名工作人员"));

        var kept = await site.WithServicesAsync(services => services.GetRequiredService<CmsDbContext>()
            .Set<DisclosureApproval>().SingleAsync(step => step.ContentItemId == id, Cancellation));
        Assert.Equal((ApprovalAct.PublishDirectly, "admin", "支部只有一名工作人员"), (kept.Act, kept.ActorName, kept.Opinion));
    }

    [Fact]
    public async Task The_inbox_shows_the_longest_wait_first()
    {
        using var reviewer = await site.SignInAsync("reviewer");

        var html = await reviewer.GetStringAsync("/admin/disclosures", Cancellation);

        var older = html.IndexOf("上半年党费收缴情况", StringComparison.Ordinal);
        var newer = html.IndexOf("食堂夜班菜单改进情况", StringComparison.Ordinal);
        Assert.InRange(older, 0, newer);
    }

    private static async Task DoneAsync(Task<HttpResponseMessage> step)
    {
        using var answer = await step;
        Assert.True(
            answer.StatusCode == HttpStatusCode.Redirect,
            $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancellation)}");
    }

    private Task<ApprovalState> StateAsync(string id) => site.WithServicesAsync(async services =>
    {
        var db = services.GetRequiredService<CmsDbContext>();
        var text = await db.Set<ContentItem>().SingleAsync(
            item => item.ContentItemId == id && item.Latest && item.ContentType == DisclosureFields.ContentType, Cancellation);
        return DisclosureCase.StateOf(await db.Set<DisclosureCase>().FindAsync([id], Cancellation), text);
    });
}
