using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PartyCms.Kernel.Audit;
using PartyCms.Organization.Contracts;
using PartyCms.WeChat.Members.Binding;
using PartyCms.WeChat.Members.Invites;
using PartyCms.WeChat.Members.Reminders;

namespace PartyCms.IntegrationTests.WeChat.Members;

public sealed partial class BindingTests(MembersSite site) : IClassFixture<MembersSite>
{
    [Fact]
    public async Task Name_and_code_bind_a_member_who_had_no_account()
    {
        var (client, member) = await site.BindAsync("oByRoster", 5);
        using (client)
        {
            Assert.Contains(member.Name, await client.GetStringAsync("/me", Cancel), StringComparison.Ordinal);
        }

        Assert.Equal(1, await site.CountAsync<MemberBinding>(
            binding => binding.OpenId == "oByRoster" && binding.MemberId == member.Id && binding.Proof == BindingProof.Roster));
    }

    [Fact]
    public async Task The_consent_is_kept_with_the_words_it_was_given_to()
    {
        var (client, member) = await site.BindAsync("oConsent", 6);
        client.Dispose();

        Assert.Equal(1, await site.CountAsync<MemberConsent>(consent => consent.MemberId == member.Id
            && consent.Purpose == ConsentPurpose.Binding && consent.TextVersion == ConsentText.Version
            && consent.WithdrawnUtc == null));
    }

    [Fact]
    public async Task Nobody_is_bound_without_agreeing()
    {
        var member = await site.MemberAsync(7);
        using var client = site.CreateVisitor();
        await site.ComeBackAsync(client, "oSilent");

        using var answer = await MembersSite.PostBindingAsync(client, member.Name, await site.ProofCodeOfAsync(7), agrees: false);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(0, await site.CountAsync<MemberBinding>(binding => binding.OpenId == "oSilent"));
    }

    [Fact]
    public async Task Nobody_is_bound_whom_WeChat_has_not_named()
    {
        var member = await site.MemberAsync(7);
        using var client = site.CreateVisitor();
        await site.ComeBackAsync(client, "oNamed");
        using var stranger = site.CreateVisitor();

        var page = await stranger.GetStringAsync("/me/wechat", Cancel);

        Assert.DoesNotContain("Form.Name", page, StringComparison.Ordinal);
        Assert.DoesNotContain(member.Name, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_tries_codes_is_stopped_after_five_even_before_the_right_one()
    {
        var member = await site.MemberAsync(8);
        using var client = site.CreateVisitor();
        await site.ComeBackAsync(client, "oGuessing");
        for (var i = 0; i < BindingThrottle.PersonPerHour; i++)
        {
            using var wrong = await MembersSite.PostBindingAsync(client, member.Name, $"999{i}");
            Assert.Contains("没有对上名册", await wrong.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        }

        using var answer = await MembersSite.PostBindingAsync(client, member.Name, await site.ProofCodeOfAsync(8));

        Assert.Contains("试的次数太多", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(0, await site.CountAsync<MemberBinding>(binding => binding.MemberId == member.Id));
    }

    [Fact]
    public async Task A_name_that_is_not_on_the_roster_is_answered_like_a_wrong_code()
    {
        using var client = site.CreateVisitor();
        await site.ComeBackAsync(client, "oNobody");

        using var answer = await MembersSite.PostBindingAsync(client, "没有这个人", "1001");

        Assert.Contains("没有对上名册", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_who_claims_to_be_signed_in_is_not_believed()
    {
        using var client = site.CreateVisitor();
        await site.ComeBackAsync(client, "oClaims");

        using var answer = await CmsFactory.PostFormAsync(
            client, "/me/wechat", new() { ["Form.IsSignedIn"] = "true", ["Form.Agrees"] = "true" }, "/me/wechat?handler=Bind");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(0, await site.CountAsync<MemberBinding>(binding => binding.OpenId == "oClaims"));
    }

    [Fact]
    public async Task A_member_is_bound_to_one_WeChat_only()
    {
        var (first, member) = await site.BindAsync("oFirst", 9);
        first.Dispose();
        using var second = site.CreateVisitor();
        await site.ComeBackAsync(second, "oSecond");

        using var answer = await MembersSite.PostBindingAsync(second, member.Name, await site.ProofCodeOfAsync(9));

        Assert.Contains("已经绑定了另一个微信", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_of_the_secretary_binds_once()
    {
        var member = await site.MemberAsync(1);
        var code = await InviteAsync(member);
        using var client = site.CreateVisitor();
        await site.ComeBackAsync(client, "oInvited");
        using var other = site.CreateVisitor();
        await site.ComeBackAsync(other, "oInvitedToo");

        using var bound = await MembersSite.PostBindingAsync(client, "", "", invite: code.ToUpperInvariant());
        using var again = await MembersSite.PostBindingAsync(other, "", "", invite: code);

        Assert.Equal(HttpStatusCode.Redirect, bound.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Equal(1, await site.CountAsync<MemberBinding>(
            binding => binding.MemberId == member.Id && binding.OpenId == "oInvited" && binding.Proof == BindingProof.Invite));
    }

    [Fact]
    public async Task An_invitation_ends_after_a_week()
    {
        var code = await InviteAsync(await site.MemberAsync(2));
        site.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1));
        using var client = site.CreateVisitor();
        await site.ComeBackAsync(client, "oLate");

        using var answer = await MembersSite.PostBindingAsync(client, "", "", invite: code);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task A_code_is_kept_as_a_hash_only()
    {
        var code = await InviteAsync(await site.MemberAsync(3));

        Assert.Equal(0, await site.CountAsync<MemberInvite>(invite => invite.CodeHash == code));
    }

    [Fact]
    public async Task A_secretary_of_another_branch_invites_nobody_here()
    {
        var member = await site.MemberAsync(4);
        using var stranger = await site.SignInAsync("secretary2");

        using var answer = await CmsFactory.PostFormAsync(
            stranger, "/admin/wechat/cards", new() { ["id"] = member.Id.ToString() }, "/admin/wechat/cards?handler=Invite");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_member_who_is_signed_in_takes_the_WeChat_at_hand()
    {
        using var client = await site.SignInAsync("member");
        await site.ComeBackAsync(client, "oPassword");

        using var answer = await CmsFactory.PostFormAsync(
            client, "/me/wechat", new() { ["Form.IsSignedIn"] = "true", ["Form.Agrees"] = "true" }, "/me/wechat?handler=Bind");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(1, await site.CountAsync<MemberBinding>(
            binding => binding.OpenId == "oPassword" && binding.Proof == BindingProof.Password));
    }

    [Fact]
    public async Task The_copy_of_the_own_data_holds_the_binding_and_its_consent()
    {
        var (client, _) = await site.BindAsync("oCopies", 35);
        using (client)
        {
            var copy = await client.GetFromJsonAsync<JsonObject>("/me/data?handler=Export", Cancel);

            var held = copy?["Elsewhere"]?["WeChat"];
            Assert.Equal("oCopies", (string?)held?["OpenId"]);
            Assert.Equal("微信绑定", (string?)held?["Consents"]?[0]?["Purpose"]);
        }
    }

    [Fact]
    public async Task Unbinding_deletes_at_once_and_ends_the_session()
    {
        var (client, member) = await site.BindAsync("oUnbinds", 10);
        using (client)
        {
            using var answer = await CmsFactory.PostFormAsync(client, "/me/wechat", [], "/me/wechat?handler=Unbind");

            Assert.Equal("/me/wechat?state=unbound", answer.Headers.Location?.OriginalString);
            using var mine = await client.GetAsync("/me", Cancel);
            Assert.Equal(HttpStatusCode.Redirect, mine.StatusCode);
        }

        Assert.Equal(0, await site.CountAsync<MemberBinding>(binding => binding.OpenId == "oUnbinds"));
        Assert.Equal(0, await site.CountAsync<MemberConsent>(
            consent => consent.MemberId == member.Id && consent.WithdrawnUtc == null));
        Assert.Equal(1, await site.CountAsync<AuditEvent>(
            act => act.Kind == "wechat.unbound" && act.SubjectId == member.Id.ToString()));
    }

    [Fact]
    public async Task Unbinding_deletes_the_agreements_to_notices_as_the_page_promises()
    {
        var (client, _) = await site.BindAsync("oGrants", 36);
        using (client)
        {
            await site.PushAsync(
                "event",
                "<Event>subscribe_msg_popup_event</Event><SubscribeMsgPopupEvent><List>"
                + $"<TemplateId>{MembersSite.Template}</TemplateId><SubscribeStatusString>accept</SubscribeStatusString>"
                + "<PopupScene>1</PopupScene></List></SubscribeMsgPopupEvent>",
                "oGrants");
            Assert.Equal(1, await site.CountAsync<NoticeGrant>(grant => grant.OpenId == "oGrants"));

            using var answer = await CmsFactory.PostFormAsync(client, "/me/wechat", [], "/me/wechat?handler=Unbind");
        }

        Assert.Equal(0, await site.CountAsync<NoticeGrant>(grant => grant.OpenId == "oGrants"));
    }

    [Fact]
    public async Task Whoever_leaves_the_account_is_unbound()
    {
        var (client, _) = await site.BindAsync("oLeaves", 18);
        client.Dispose();

        await site.PushAsync("event", "<Event>unsubscribe</Event><EventKey></EventKey>", "oLeaves");

        Assert.Equal(0, await site.CountAsync<MemberBinding>(binding => binding.OpenId == "oLeaves"));
    }

    [Fact]
    public async Task A_bound_member_is_told_the_own_credits_and_a_stranger_is_not()
    {
        var (client, _) = await site.BindAsync("oCredits", 19);
        client.Dispose();

        var own = await site.PushAsync("text", "<Content>积分</Content><MsgId>1</MsgId>", "oCredits");
        var stranger = await site.PushAsync("text", "<Content>积分</Content><MsgId>2</MsgId>", "oStranger");

        Assert.Contains("今年学时：", own, StringComparison.Ordinal);
        Assert.DoesNotContain("今年学时：", stranger, StringComparison.Ordinal);
        Assert.Contains("/wechat/oauth?return=%2Fme", stranger, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_card_of_a_branch_carries_its_scene_and_is_ordered_once()
    {
        site.WeChat.Answer(
            "/cgi-bin/qrcode/create", """{"ticket":"gQ1","url":"http://weixin.qq.com/q/card1"}""");
        using var secretary = await site.SignInAsync("secretary");
        var before = site.WeChat.CountOf("/cgi-bin/qrcode/create");

        var first = await secretary.GetStringAsync("/admin/wechat/cards", Cancel);
        await secretary.GetStringAsync("/admin/wechat/cards", Cancel);

        Assert.Contains("<svg class=\"branch-card__code\"", first, StringComparison.Ordinal);
        Assert.Equal(before + 1, site.WeChat.CountOf("/cgi-bin/qrcode/create"));
        var order = site.WeChat.Calls.Last(call => call.Path == "/cgi-bin/qrcode/create").Body;
        Assert.Contains("\"action_name\":\"QR_LIMIT_STR_SCENE\"", order, StringComparison.Ordinal);
        Assert.Matches("\"scene_str\":\"b:[0-9a-f]{32}:[a-z2-9]{6}\"", order);
    }

    [GeneratedRegex("<output class=\"branch-card__invite\" id=\"invite\">([a-z0-9]+)</output>")]
    private static partial Regex Code();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<string> InviteAsync(MemberInfo member)
    {
        using var secretary = await site.SignInAsync("secretary");
        using var answer = await CmsFactory.PostFormAsync(
            secretary, "/admin/wechat/cards", new() { ["id"] = member.Id.ToString() }, "/admin/wechat/cards?handler=Invite");
        return Code().Match(await answer.Content.ReadAsStringAsync(Cancel)).Groups[1].Value;
    }
}
