using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Web;

namespace PartyCms.IntegrationTests.WeChat.Client;

/// <summary>
/// WeChat as far as tokens go, and whatever a test lets it say. It gives one token until a test lets that token die, as
/// the real one does for a stable token.
/// </summary>
public sealed class StandInWeChat : HttpMessageHandler
{
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, Func<string, string>> _answers = new(StringComparer.Ordinal);
    private int _generation = 1;
    private string? _refused;

    /// <summary>Paths that were called, in order, with their bodies.</summary>
    public ConcurrentQueue<(string Path, string Body)> Calls { get; } = new();

    /// <summary>Seconds that a token lives from when it is asked for.</summary>
    public int TokenLife { get; set; } = 7200;

    /// <summary>What is answered instead of a token.</summary>
    public string? TokenRefusal { get; set; }

    /// <summary>Whoever asks for a token waits here until a test lets them through.</summary>
    public Turnstile? Turnstile { get; set; }

    public string Token => $"TOKEN-{_generation}";

    /// <summary>What is answered to a path, from the body that was sent.</summary>
    public void Answer(string path, Func<string, string> answer) => _answers[path] = answer;

    public void Answer(string path, string answer) => Answer(path, _ => answer);

    /// <summary>The token dies, as when somebody demanded a new one elsewhere.</summary>
    public void ReplaceToken() => Interlocked.Increment(ref _generation);

    /// <summary>The token is refused everywhere although it is given out as the current one.</summary>
    public void RefuseCurrentToken() => _refused = Token;

    /// <summary>Forgets what was called and what is to be answered.</summary>
    public void Reset()
    {
        Calls.Clear();
        _answers.Clear();
    }

    public int CountOf(string path) => Calls.Count(call => call.Path == path);

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Calls.Enqueue((path, body));
        if (path == "/cgi-bin/stable_token")
        {
            if (Turnstile is { } turnstile)
            {
                await turnstile.PassAsync(cancellationToken);
            }

            return Say(GiveToken(body));
        }

        var token = HttpUtility.ParseQueryString(request.RequestUri.Query)["access_token"];
        var needsToken = path.StartsWith("/cgi-bin/", StringComparison.Ordinal) && path != "/cgi-bin/clear_quota/v2";
        return needsToken && (token != Token || token == _refused)
            ? Say("""{"errcode":40001,"errmsg":"invalid credential, access_token is invalid or not latest rid: 6-0-1"}""")
            : Say(_answers.TryGetValue(path, out var answer) ? answer(body) : """{"errcode":0,"errmsg":"ok"}""");
    }

    private static HttpResponseMessage Say(string text) =>
        new(HttpStatusCode.OK) { Content = new StringContent(text, Encoding.UTF8, "text/plain") };

    private string GiveToken(string body)
    {
        lock (_lock)
        {
            if (JsonNode.Parse(body)?["force_refresh"]?.GetValue<bool>() == true)
            {
                _generation++;
            }

            return TokenRefusal ?? $$"""{"access_token":"{{Token}}","expires_in":{{TokenLife}}}""";
        }
    }
}
