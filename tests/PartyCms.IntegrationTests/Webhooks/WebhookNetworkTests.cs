using System.Net;
using System.Text.Json.Nodes;
using PartyCms.IntegrationTests.Api;

namespace PartyCms.IntegrationTests.Webhooks;

/// <summary>Nobody makes the site call its own network.</summary>
public sealed class WebhookNetworkTests(WebhookSite site) : IClassFixture<WebhookSite>
{
    private static readonly IPAddress Public = IPAddress.Parse("223.5.5.5");

    private static readonly IPAddress Allowed = IPAddress.Loopback;

    private static readonly IPAddress Private = IPAddress.Parse("127.0.0.2");

    [Theory]
    [InlineData("http://127.0.0.2/hook")]
    [InlineData("http://0x7f000002/hook")]
    [InlineData("http://2130706434/hook")]
    [InlineData("http://127.2/hook")]
    [InlineData("http://[::1]/hook")]
    [InlineData("http://[::ffff:127.0.0.2]/hook")]
    [InlineData("https://10.0.0.1/hook")]
    [InlineData("https://192.168.0.1/hook")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://100.100.100.200/latest/meta-data/")]
    [InlineData("https://[fd00:ec2::254]/hook")]
    [InlineData("https://user:word@223.5.5.5/hook")]
    [InlineData("ftp://223.5.5.5/hook")]
    [InlineData("file:///etc/passwd")]
    [InlineData("/hook")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_private_or_strange_address_cannot_be_subscribed(string? url)
    {
        using var client = await site.AdministratorAsync();

        using var answer = await client.TrySubscribeAsync(url);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.JsonAsync())["errors"]!.AsObject().ContainsKey("url"));
    }

    [Fact]
    public async Task A_name_with_one_private_address_among_public_ones_is_refused()
    {
        using var client = await site.AdministratorAsync();
        Answer([Public, Private]);

        using var answer = await client.TrySubscribeAsync("https://hook.example/");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_name_that_leads_inside_after_it_was_subscribed_is_not_called()
    {
        using var client = await site.AdministratorAsync();
        await using var receiver = await Receiver.StartAsync();
        Answer([Public], [Private]);
        var webhook = await client.SubscribeAsync($"http://rebound.example:{receiver.Port}/hook");

        var ping = await client.PostForJsonAsync($"/api/webhooks/{webhook["id"]}/ping");

        Assert.Equal("forbidden-address", Fault(ping));
        Assert.Empty(receiver.Calls);
    }

    [Fact]
    public async Task The_call_goes_to_the_address_that_was_checked_and_asks_no_second_time()
    {
        using var client = await site.AdministratorAsync();
        await using var receiver = await Receiver.StartAsync();
        Answer([Allowed], [Allowed], [Private]);
        var webhook = await client.SubscribeAsync($"http://steady.example:{receiver.Port}/hook");
        var before = site.Lookups;

        var ping = await client.PostForJsonAsync($"/api/webhooks/{webhook["id"]}/ping");

        Assert.Equal("delivered", (string?)ping["status"]);
        Assert.Equal(1, site.Lookups - before);
        Assert.Single(receiver.Calls);
    }

    [Fact]
    public async Task A_redirect_is_a_refusal_and_is_not_followed()
    {
        using var client = await site.AdministratorAsync();
        await using var receiver = await Receiver.StartAsync();
        await using var inner = await Receiver.StartAsync();
        receiver.Answers.Enqueue((HttpStatusCode.TemporaryRedirect, inner.Url));
        var webhook = await client.SubscribeAsync(receiver.Url);

        var ping = await client.PostForJsonAsync($"/api/webhooks/{webhook["id"]}/ping");

        Assert.Equal((307, "refused"), ((int)ping["attempts"]![0]!["status"]!, Fault(ping)));
        Assert.Empty(inner.Calls);
    }

    [Fact]
    public async Task An_unknown_name_and_a_closed_port_are_told_apart()
    {
        using var client = await site.AdministratorAsync();
        Answer([Allowed], []);
        var unknown = await client.SubscribeAsync("http://vanished.example:9/hook");
        var closed = await client.SubscribeAsync("http://127.0.0.1:9/hook");

        var first = await client.PostForJsonAsync($"/api/webhooks/{unknown["id"]}/ping");
        var second = await client.PostForJsonAsync($"/api/webhooks/{closed["id"]}/ping");

        Assert.Equal(("unknown-host", "connection"), (Fault(first), Fault(second)));
    }

    private static string? Fault(JsonObject delivery) => (string?)delivery["attempts"]![0]!["fault"];

    private void Answer(params IPAddress[][] answers)
    {
        site.Names.Clear();
        foreach (var answer in answers)
        {
            site.Names.Enqueue(answer);
        }
    }
}
