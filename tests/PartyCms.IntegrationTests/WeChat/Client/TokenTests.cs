using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Data;
using PartyCms.WeChat.Client.Drafts;
using PartyCms.WeChat.Client.Errors;
using PartyCms.WeChat.Client.Tokens;

namespace PartyCms.IntegrationTests.WeChat.Client;

/// <summary>A site for each test: what is proven here lies in one row and in the memory of the nodes.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    private const string TokenPath = "/cgi-bin/stable_token";

    private readonly ClientSite _site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _site.InitializeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Fifty_calls_on_two_nodes_at_expiry_fetch_one_token()
    {
        await CountDraftsAsync(_site.Node);
        await CountDraftsAsync(_site.SecondNode);
        _site.Clock.Advance(TimeSpan.FromHours(3));
        _site.WeChat.ReplaceToken();
        _site.WeChat.Calls.Clear();

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(i => CountDraftsAsync(i % 2 == 0 ? _site.Node : _site.SecondNode)));

        Assert.All(outcomes, outcome => Assert.Null(outcome));
        Assert.Equal(1, _site.WeChat.CountOf(TokenPath));
    }

    [Fact]
    public async Task A_token_that_still_lives_is_used_while_another_node_fetches_the_next()
    {
        await CountDraftsAsync(_site.Node);
        _site.Clock.Advance(TimeSpan.FromSeconds(6950));
        var turnstile = _site.WeChat.Turnstile = new Turnstile();
        var fetching = CountDraftsAsync(_site.Node);
        await turnstile.Reached;

        Assert.Null(await CountDraftsAsync(_site.SecondNode));

        turnstile.Open();
        Assert.Null(await fetching);
    }

    [Fact]
    public async Task A_token_lives_as_long_as_WeChat_says_and_no_longer()
    {
        _site.WeChat.TokenLife = 1000;
        await CountDraftsAsync(_site.Node);
        _site.Clock.Advance(TimeSpan.FromSeconds(690));
        await CountDraftsAsync(_site.Node);
        Assert.Equal(1, _site.WeChat.CountOf(TokenPath));

        _site.Clock.Advance(TimeSpan.FromSeconds(15));
        await CountDraftsAsync(_site.Node);

        Assert.Equal(2, _site.WeChat.CountOf(TokenPath));
    }

    [Fact]
    public async Task A_token_that_was_replaced_elsewhere_is_fetched_once_however_many_calls_fail()
    {
        await CountDraftsAsync(_site.Node);
        await CountDraftsAsync(_site.SecondNode);
        _site.WeChat.ReplaceToken();
        _site.WeChat.Calls.Clear();

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => CountDraftsAsync(i % 2 == 0 ? _site.Node : _site.SecondNode)));

        Assert.All(outcomes, outcome => Assert.Null(outcome));
        Assert.Equal(1, _site.WeChat.CountOf(TokenPath));
    }

    [Fact]
    public async Task A_token_that_is_refused_though_current_is_tried_once_more_and_then_replaced()
    {
        await CountDraftsAsync(_site.Node);
        _site.WeChat.RefuseCurrentToken();
        _site.WeChat.Calls.Clear();

        Assert.Equal(ErrorClass.Token, (await CountDraftsAsync(_site.Node))?.Class);

        Assert.Equal(2, _site.WeChat.CountOf("/cgi-bin/draft/count"));
        Assert.Equal([false, true], _site.WeChat.Calls.Where(call => call.Path == TokenPath)
            .Select(call => call.Body.Contains("\"force_refresh\":true", StringComparison.Ordinal)));
        Assert.Null(await CountDraftsAsync(_site.SecondNode));
    }

    [Fact]
    public async Task A_new_token_is_not_demanded_twice_within_half_a_minute()
    {
        await CountDraftsAsync(_site.Node);
        _site.WeChat.RefuseCurrentToken();
        await CountDraftsAsync(_site.Node);
        _site.WeChat.RefuseCurrentToken();
        _site.Clock.Advance(TimeSpan.FromSeconds(20));
        _site.WeChat.Calls.Clear();

        await CountDraftsAsync(_site.Node);

        Assert.DoesNotContain(_site.WeChat.Calls, call => call.Body.Contains("force_refresh", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"errcode":40164,"errmsg":"invalid ip 10.0.0.1, not in whitelist rid: 6-0-2"}""", 40164)]
    [InlineData("""{"errcode":40001,"errmsg":"invalid credential"}""", 40001)]
    [InlineData("""{"errcode":40125,"errmsg":"invalid appsecret"}""", 40125)]
    public async Task A_refused_account_is_not_asked_for_again_by_the_next_calls(string refusal, int code)
    {
        _site.WeChat.TokenRefusal = refusal;
        var first = await CountDraftsAsync(_site.Node);

        var second = await CountDraftsAsync(_site.SecondNode);

        Assert.Equal((code, ErrorClass.Configuration), (first!.Code, first.Class));
        Assert.Equal((code, ErrorClass.Configuration), (second!.Code, second.Class));
        Assert.Equal(1, _site.WeChat.CountOf(TokenPath));
    }

    [Fact]
    public async Task A_new_secret_counts_at_once()
    {
        _site.WeChat.TokenRefusal = """{"errcode":40125,"errmsg":"invalid appsecret"}""";
        await CountDraftsAsync(_site.Node);
        _site.WeChat.TokenRefusal = null;

        var restarted = await _site.StartNodeAsync("fedcba9876543210fedcba9876543210");

        Assert.Null(await CountDraftsAsync(restarted));
    }

    [Fact]
    public async Task A_busy_WeChat_does_not_end_a_token_that_still_lives()
    {
        await CountDraftsAsync(_site.Node);
        _site.Clock.Advance(TimeSpan.FromSeconds(6950));
        _site.WeChat.TokenRefusal = """{"errcode":-1,"errmsg":"system error"}""";

        Assert.Null(await CountDraftsAsync(_site.Node));
    }

    [Fact]
    public async Task The_token_lies_encrypted_in_the_database_and_in_no_log()
    {
        _site.WeChat.Answer("/cgi-bin/draft/count", """{"errcode":48001,"errmsg":"api unauthorized"}""");
        await CountDraftsAsync(_site.Node);

        await using var scope = _site.Node.CreateAsyncScope();
        var row = await scope.ServiceProvider.GetRequiredService<CmsDbContext>().Set<StoredToken>().SingleAsync(Cancel);

        Assert.DoesNotContain(_site.WeChat.Token, row.Protected!, StringComparison.Ordinal);
        Assert.Contains(_site.Log.Lines, line => line.Contains("/cgi-bin/draft/count", StringComparison.Ordinal));
        Assert.DoesNotContain(_site.Log.Lines, line => line.Contains(_site.WeChat.Token, StringComparison.Ordinal)
            || line.Contains(ClientSite.AppSecret, StringComparison.Ordinal));
    }

    private static async Task<PartyCms.WeChat.Client.WeChatError?> CountDraftsAsync(IServiceProvider node) =>
        (await node.GetRequiredService<DraftClient>().CountAsync(Cancel)).Error;
}
