using PartyCms.WeChat.Simulator;

namespace PartyCms.UnitTests.WeChatSimulator;

public sealed class TokenTests(WeChatCaller caller) : IClassFixture<WeChatCaller>
{
    [Fact]
    public async Task A_stable_token_is_given_again_with_the_time_it_has_left()
    {
        var first = await caller.StableTokenAsync();
        caller.App.Clock.Advance(TimeSpan.FromSeconds(100));

        var second = await caller.StableTokenAsync();

        Assert.Equal(first["access_token"]!.GetValue<string>(), second["access_token"]!.GetValue<string>());
        Assert.Equal(first["expires_in"]!.GetValue<int>() - 100, second["expires_in"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_stable_token_is_renewed_five_minutes_early_and_the_old_one_lives_on()
    {
        var first = (await caller.StableTokenAsync())["access_token"]!.GetValue<string>();
        var left = (await caller.StableTokenAsync())["expires_in"]!.GetValue<int>();
        caller.App.Clock.Advance(TimeSpan.FromSeconds(left - 299));

        var second = (await caller.StableTokenAsync())["access_token"]!.GetValue<string>();

        Assert.NotEqual(first, second);
        Assert.Equal(0, WeChatCaller.CodeOf(await caller.GetAsync($"/cgi-bin/draft/count?access_token={first}")));
        caller.App.Clock.Advance(TimeSpan.FromSeconds(300));
        Assert.Equal(40001, WeChatCaller.CodeOf(await caller.GetAsync($"/cgi-bin/draft/count?access_token={first}")));
    }

    [Fact]
    public async Task Force_refresh_ends_the_token_but_not_twice_within_30_seconds()
    {
        caller.App.Clock.Advance(TimeSpan.FromDays(1));
        var first = (await caller.StableTokenAsync())["access_token"]!.GetValue<string>();

        var second = (await caller.StableTokenAsync(force: true))["access_token"]!.GetValue<string>();
        var third = (await caller.StableTokenAsync(force: true))["access_token"]!.GetValue<string>();

        Assert.NotEqual(first, second);
        Assert.Equal(second, third);
        Assert.Equal(40001, WeChatCaller.CodeOf(await caller.GetAsync($"/cgi-bin/draft/count?access_token={first}")));
    }

    [Fact]
    public async Task Force_refresh_is_refused_after_twenty_in_a_day()
    {
        caller.App.Clock.Advance(TimeSpan.FromDays(1));
        await caller.StableTokenAsync();
        for (var count = 0; count < 20; count++)
        {
            caller.App.Clock.Advance(TimeSpan.FromSeconds(31));
            Assert.Equal(0, WeChatCaller.CodeOf(await caller.StableTokenAsync(force: true)));
        }

        caller.App.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(45009, WeChatCaller.CodeOf(await caller.StableTokenAsync(force: true)));
    }

    [Fact]
    public async Task A_new_classic_token_ends_the_one_before_after_five_minutes_and_leaves_the_stable_one_alone()
    {
        const string Url = $"/cgi-bin/token?grant_type=client_credential&appid={SimulatorOptions.DefaultAppId}"
            + $"&secret={SimulatorOptions.DefaultAppSecret}";
        var stable = (await caller.StableTokenAsync())["access_token"]!.GetValue<string>();
        var first = (await caller.GetAsync(Url))["access_token"]!.GetValue<string>();
        var second = (await caller.GetAsync(Url))["access_token"]!.GetValue<string>();

        Assert.NotEqual(first, second);
        Assert.Equal(0, WeChatCaller.CodeOf(await caller.GetAsync($"/cgi-bin/draft/count?access_token={first}")));
        caller.App.Clock.Advance(TimeSpan.FromSeconds(301));
        Assert.Equal(40001, WeChatCaller.CodeOf(await caller.GetAsync($"/cgi-bin/draft/count?access_token={first}")));
        Assert.Equal(0, WeChatCaller.CodeOf(await caller.GetAsync($"/cgi-bin/draft/count?access_token={second}")));
        Assert.Equal(0, WeChatCaller.CodeOf(await caller.GetAsync($"/cgi-bin/draft/count?access_token={stable}")));
    }

    [Theory]
    [InlineData("client_credential", SimulatorOptions.DefaultAppId, "wrong", 40125)]
    [InlineData("client_credential", "wxother", SimulatorOptions.DefaultAppSecret, 40013)]
    [InlineData("client_credential", "", SimulatorOptions.DefaultAppSecret, 41002)]
    [InlineData("client_credential", SimulatorOptions.DefaultAppId, "", 41004)]
    [InlineData("authorization_code", SimulatorOptions.DefaultAppId, SimulatorOptions.DefaultAppSecret, 40002)]
    public async Task A_token_is_refused_to_who_cannot_name_the_account(string grant, string appId, string secret, int code) =>
        Assert.Equal(code, WeChatCaller.CodeOf(
            await caller.GetAsync($"/cgi-bin/token?grant_type={grant}&appid={appId}&secret={secret}")));

    [Fact]
    public async Task A_token_is_refused_to_an_address_that_is_not_on_the_list()
    {
        caller.App.World.Account.AllowedAddresses = ["10.0.0.1"];

        var answer = await caller.StableTokenAsync();

        caller.App.World.Account.AllowedAddresses = null;
        Assert.Equal(40164, WeChatCaller.CodeOf(answer));
        Assert.StartsWith(
            "invalid ip 127.0.0.1 ipv6 ::ffff:127.0.0.1, not in whitelist rid: ", answer["errmsg"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 41001)]
    [InlineData("?access_token=nobody", 40001)]
    public async Task A_call_without_a_good_token_is_refused(string query, int code) =>
        Assert.Equal(code, WeChatCaller.CodeOf(await caller.GetAsync("/cgi-bin/draft/count" + query)));

    [Fact]
    public async Task A_token_that_has_run_out_is_told_from_one_that_never_was()
    {
        await caller.SignInAsync();
        caller.App.Clock.Advance(TimeSpan.FromSeconds(7200));

        Assert.Equal(42001, WeChatCaller.CodeOf(await caller.GetWithTokenAsync("/cgi-bin/draft/count")));
    }
}
