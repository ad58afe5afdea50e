using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using PartyCms.Benchmarks.Pages;
using PartyCms.WeChat.Crypto;

namespace PartyCms.Benchmarks.WeChat;

/// <summary>
/// Measures how soon the WeChat callback answers while many followers write at once: encrypted pushes in safe mode, each
/// of them new, from many connections. WeChat gives up after five seconds; ours is to answer within one.
/// </summary>
internal static class CallbackLoad
{
    private const string AppId = "wx0123456789abcdef";
    private const string Token = "benchtoken";
    private const string Key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private const int Connections = 64;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    private static readonly MessageCrypto Crypto = new(AppId, EncodingAesKey.Parse(Key));

    private static readonly (string Name, string Kind, string Fields)[] Questions =
    [
        ("学习", "text", "<Content><![CDATA[学习]]></Content>"),
        ("公开", "text", "<Content><![CDATA[公开]]></Content>"),
        ("search", "text", "<Content><![CDATA[主题党日]]></Content>"),
        ("menu", "event", "<Event>CLICK</Event><EventKey><![CDATA[活动]]></EventKey>"),
        ("subscribe", "event", "<Event>subscribe</Event><EventKey></EventKey>"),
        ("picture", "image", "<PicUrl>http://mmbiz.qpic.cn/a</PicUrl><MediaId>m</MediaId>"),
    ];

    private static long _sent;

    /// <summary>Runs the load and prints a Markdown table; fails where an answer was not 200.</summary>
    public static async Task<int> RunAsync(int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("partycms-bench-").FullName;
        try
        {
            var web = await PublishedSite.PublishAsync(Path.Combine(folder, "site"));
            var port = PublishedSite.FreePort();
            using var site = await ServerProcess.StartAsync(
                web, PublishedSite.Listen(port), port, "/health/ready", new Dictionary<string, string>
                {
                    ["ASPNETCORE_ENVIRONMENT"] = "Production",
                    ["Cms__DataPath"] = Path.Combine(folder, "data"),
                    ["Cms__Setup__Recipe"] = "demo",
                    ["WeChat__AppId"] = AppId,
                    ["WeChat__Token"] = Token,
                    ["WeChat__EncodingAesKey"] = Key,
                    ["Logging__LogLevel__Default"] = "Warning",
                });
            await SendAsync(port, WarmUp);
            Print(await SendAsync(port, TimeSpan.FromSeconds(seconds)), seconds);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<ConcurrentBag<(string Question, double Milliseconds)>> SendAsync(int port, TimeSpan time)
    {
        var answers = new ConcurrentBag<(string, double)>();
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections })
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}"),
        };
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            while (watch.Elapsed < time)
            {
                var number = Interlocked.Increment(ref _sent);
                var (name, kind, fields) = Questions[number % Questions.Length];
                var (query, body) = Seal(number, kind, fields);
                var begun = Stopwatch.GetTimestamp();
                using var content = new StringContent(body, Encoding.UTF8, "text/xml");
                using var answer = await client.PostAsync(new Uri("/wechat?" + query, UriKind.Relative), content);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsStringAsync();
                answers.Add((name, Stopwatch.GetElapsedTime(begun).TotalMilliseconds));
            }
        }));
        return answers;
    }

    private static (string Query, string Body) Seal(long number, string kind, string fields)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        var cipherText = Crypto.Encrypt(
            $"<xml><ToUserName>gh_bench</ToUserName><FromUserName>oBench{number % 5000}</FromUserName>"
            + $"<CreateTime>{1_700_000_000 + number}</CreateTime><MsgType>{kind}</MsgType>{fields}<MsgId>{text}</MsgId></xml>");
        var signature = CallbackSignature.Compute(Token, "1700000000", text, cipherText);
        return (
            $"timestamp=1700000000&nonce={text}&encrypt_type=aes&msg_signature={signature}",
            $"<xml><ToUserName>gh_bench</ToUserName><Encrypt>{cipherText}</Encrypt></xml>");
    }

    private static void Print(ConcurrentBag<(string Question, double Milliseconds)> answers, int seconds)
    {
        Console.WriteLine(Line($"\n{answers.Count} pushes in {seconds} s over {Connections} connections: {answers.Count / seconds} a second"));
        Console.WriteLine("\n| push | answers | p50, ms | p95, ms | p99, ms | slowest, ms |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach (var group in answers.GroupBy(answer => answer.Question).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Print(group.Key, [.. group.Select(answer => answer.Milliseconds).Order()]);
        }

        Print("all", [.. answers.Select(answer => answer.Milliseconds).Order()]);
    }

    private static void Print(string name, List<double> sorted) => Console.WriteLine(Line(
        $"| {name} | {sorted.Count:N0} | {At(sorted, 0.50):0.0} | {At(sorted, 0.95):0.0} | {At(sorted, 0.99):0.0} | {sorted[^1]:0.0} |"));

    private static double At(List<double> sorted, double share) => sorted[(int)Math.Min(sorted.Count - 1, sorted.Count * share)];

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
