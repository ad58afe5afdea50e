using System.Text.Json.Nodes;
using PartyCms.WeChat.Simulator.Accounts;
using PartyCms.WeChat.Simulator.Followers;
using PartyCms.WeChat.Simulator.Menus;
using PartyCms.WeChat.Simulator.Notices;

namespace PartyCms.UnitTests.WeChatSimulator;

public sealed class SendingTests(WeChatCaller caller) : IClassFixture<WeChatCaller>, IAsyncLifetime
{
    private Follower _person = null!;

    public async ValueTask InitializeAsync()
    {
        caller.App.Clock.Advance(TimeSpan.FromDays(2));
        await caller.SignInAsync();
        _person = caller.App.World.Followers.Add("王秀兰");
    }

    public ValueTask DisposeAsync()
    {
        caller.App.World.Account.Kind = SimulatedAccountKind.Service;
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_mass_send_with_the_same_id_is_not_sent_again_and_names_the_first()
    {
        var first = await MassSendAsync("pc-1-1");

        Assert.Equal(45066, WeChatCaller.CodeOf(await MassSendAsync("pc-1-1")));
        caller.App.Clock.Advance(TimeSpan.FromMinutes(1));
        var third = await MassSendAsync("pc-1-1");

        Assert.Equal(45065, WeChatCaller.CodeOf(third));
        Assert.Equal(first["msg_id"]!.GetValue<long>(), third["msg_id"]!.GetValue<long>());
        Assert.Single(caller.App.World.Chats.Of(_person.OpenId));
    }

    [Fact]
    public async Task A_subscription_account_sends_once_a_day()
    {
        caller.App.World.Account.Kind = SimulatedAccountKind.Subscription;

        Assert.Equal(0, WeChatCaller.CodeOf(await MassSendAsync("day-1")));
        Assert.Equal(45028, WeChatCaller.CodeOf(await MassSendAsync("day-1-again")));
    }

    [Fact]
    public async Task A_follower_receives_four_mass_sends_of_a_service_account_in_a_month()
    {
        caller.App.Clock.Advance(TimeSpan.FromDays(40));
        await caller.SignInAsync();
        for (var count = 0; count < 5; count++)
        {
            Assert.Equal(0, WeChatCaller.CodeOf(await MassSendAsync($"month-{count}")));
        }

        Assert.Equal(4, caller.App.World.Chats.Of(_person.OpenId).Count);
        Assert.Contains(caller.App.World.MassSends.All, job => job.ClientMsgId == "month-4" && job.ErrorCount > 0);
    }

    [Fact]
    public async Task An_administrator_who_says_nothing_for_half_an_hour_ends_a_mass_send()
    {
        caller.App.World.Account.ProtectsMassSends = true;
        var sent = await MassSendAsync("protected");
        caller.App.World.Account.ProtectsMassSends = false;

        caller.App.Clock.Advance(TimeSpan.FromMinutes(30));

        var job = caller.App.World.MassSends.All.Single(job => job.MsgId == sent["msg_id"]!.GetValue<long>());
        Assert.Equal(("SEND_FAIL", "err(40002)"), (job.Status, job.FinalStatus));
    }

    [Fact]
    public async Task A_customer_message_needs_a_window_and_five_fill_it()
    {
        Assert.Equal(45015, WeChatCaller.CodeOf(await CustomerMessageAsync()));
        await caller.App.PhoneOf(_person.OpenId).SayAsync("你好", TestContext.Current.CancellationToken);
        for (var count = 0; count < 5; count++)
        {
            Assert.Equal(0, WeChatCaller.CodeOf(await CustomerMessageAsync()));
        }

        Assert.Equal(45047, WeChatCaller.CodeOf(await CustomerMessageAsync()));
        caller.App.Clock.Advance(TimeSpan.FromHours(48));
        await caller.SignInAsync();
        Assert.Equal(45015, WeChatCaller.CodeOf(await CustomerMessageAsync()));
    }

    [Fact]
    public async Task A_subscription_notice_uses_one_consent()
    {
        caller.App.World.Notices.AddSubscription(NoticeTemplate.Create("T1", "学习提醒", "课程名称:thing1", "学习时间:time2"));

        Assert.Equal(43101, WeChatCaller.CodeOf(await NoticeAsync("今日党课")));
        caller.App.World.Notices.Grant(_person.OpenId, "T1");
        Assert.Equal(47003, WeChatCaller.CodeOf(await NoticeAsync("一二三四五六七八九十一二三四五六七八九十一")));
        Assert.Equal(0, WeChatCaller.CodeOf(await NoticeAsync("今日党课")));
        Assert.Equal(43101, WeChatCaller.CodeOf(await NoticeAsync("今日党课")));
        Assert.Equal(["课程名称", "学习时间"], caller.App.World.Chats.Of(_person.OpenId)[^1].Rows.Select(row => row.Name));
    }

    [Fact]
    public async Task A_conditional_menu_is_shown_to_who_carries_its_tag()
    {
        await caller.PostAsync("/cgi-bin/menu/create", """{"button":[{"type":"click","name":"大家","key":"A"}]}""");
        var tag = (await caller.PostAsync("/cgi-bin/tags/create", """{"tag":{"name":"第一支部"}}"""))["tag"]!["id"]!.GetValue<int>();
        await caller.PostAsync("/cgi-bin/menu/addconditional", $$$"""
            {"button":[{"type":"click","name":"支部","key":"B"}],"matchrule":{"tag_id":"{{{tag}}}"}}
            """);
        var phone = caller.App.PhoneOf(_person.OpenId);

        Assert.Equal("大家", phone.Menu[0].Name);
        await caller.PostAsync(
            "/cgi-bin/tags/members/batchtagging", $$"""{"openid_list":["{{_person.OpenId}}"],"tagid":{{tag}}}""");

        Assert.Equal("支部", phone.Menu[0].Name);
        var tried = await caller.PostAsync("/cgi-bin/menu/trymatch", $$"""{"user_id":"{{_person.OpenId}}"}""");
        Assert.Equal("B", tried["button"]![0]!["key"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("mp.weixin.qq.com", 0)]
    [InlineData("four.example", 65316)]
    public async Task A_conditional_menu_leads_to_three_domains_beside_WeChats_own(string fourth, int code)
    {
        await caller.PostAsync("/cgi-bin/menu/create", """{"button":[{"type":"click","name":"大家","key":"A"}]}""");
        string[] hosts = ["one.example", "two.example", "ONE.example", "three.example", fourth];
        var buttons = string.Join(',', hosts.Select((host, i) => $$"""{"type":"view","name":"{{i}}","url":"https://{{host}}/{{i}}"}"""));

        var added = await caller.PostAsync("/cgi-bin/menu/addconditional", $$$"""
            {"button":[{"name":"支部","sub_button":[{{{buttons}}}]}],"matchrule":{"client_platform_type":"3"}}
            """);

        Assert.Equal(code, WeChatCaller.CodeOf(added));
    }

    [Fact]
    public async Task A_menu_made_by_hand_is_told_only_where_all_menus_are()
    {
        caller.App.World.Menus.SetByHand([new MenuButton("手工", "view") { Url = "https://dj.example.cn/" }]);

        var created = await caller.GetWithTokenAsync("/cgi-bin/menu/get");
        var shown = await caller.GetWithTokenAsync("/cgi-bin/get_current_selfmenu_info");

        Assert.Equal(46003, WeChatCaller.CodeOf(created));
        Assert.Equal("手工", shown["selfmenu_info"]!["button"]![0]!["name"]!.GetValue<string>());
    }

    private Task<JsonNode> MassSendAsync(string id) => caller.PostAsync("/cgi-bin/message/mass/sendall", $$$"""
        {"filter":{"is_to_all":true},"text":{"content":"{{{id}}}"},"msgtype":"text","clientmsgid":"{{{id}}}"}
        """);

    private Task<JsonNode> CustomerMessageAsync() => caller.PostAsync("/cgi-bin/message/custom/send", $$$"""
        {"touser":"{{{_person.OpenId}}}","msgtype":"text","text":{"content":"在"}}
        """);

    private Task<JsonNode> NoticeAsync(string lesson) => caller.PostAsync("/cgi-bin/message/subscribe/bizsend", $$$$"""
        {"touser":"{{{{_person.OpenId}}}}","template_id":"T1","page":"https://site.example/lessons/today",
         "data":{"thing1":{"value":"{{{{lesson}}}}"},"time2":{"value":"2026年9月16日"}}}
        """);
}
