using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Data;
using PartyCms.WeChat.Callback;

namespace PartyCms.IntegrationTests.WeChat;

/// <summary>Ten thousand bodies that WeChat would never send. A failure names the seed's turn, which finds it again.</summary>
public sealed class CallbackFuzzTests(WeChatSite site) : IClassFixture<WeChatSite>
{
    private const int Strangers = 8_000;

    private const int Insiders = 2_000;

    private static readonly string[] Splinters =
        ["<", ">", "&", "]]>", "<![CDATA[", "<!DOCTYPE x>", "</xml>", "{", "\"", "\0", "\ud800", "党", "-1", "/", "=", "AAAA"];

    [Fact]
    public async Task Nothing_is_accepted_that_was_changed_on_the_way()
    {
        var random = new Random(19490101);
        var before = await CountAsync();
        for (var turn = 0; turn < Strangers; turn++)
        {
            var message = WeChatSite.Message("text", $"<Content>学习</Content><MsgId>{turn}</MsgId>", "oStranger");
            var (query, envelope) = site.Seal(message);
            var (damagedQuery, damaged) = random.Next(4) == 0
                ? (Damage(random, query), envelope)
                : (query, Damage(random, envelope));

            using var answer = await site.PostAsync(Uri.EscapeDataString(damagedQuery).Replace("%3D", "=", StringComparison.Ordinal)
                .Replace("%26", "&", StringComparison.Ordinal), damaged);

            Assert.True((int)answer.StatusCode < 500, $"Turn {turn}: {answer.StatusCode}");
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                AssertIntact(query, envelope, damagedQuery, damaged, turn);
                before++;
            }
        }

        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Whatever_WeChat_signs_is_answered_or_refused_and_breaks_nothing()
    {
        var random = new Random(19210701);
        string[] kinds =
        [
            WeChatSite.Message("text", "<Content><![CDATA[学习]]></Content><MsgId>77</MsgId>", "oInsider"),
            WeChatSite.Message("event", "<Event>subscribe</Event><EventKey>qrscene_b:7:1</EventKey>", "oInsider"),
            WeChatSite.Message(
                "event",
                "<Event>PUBLISHJOBFINISH</Event><PublishEventInfo><publish_id>1</publish_id></PublishEventInfo>",
                "oInsider"),
        ];
        for (var turn = 0; turn < Insiders; turn++)
        {
            using var answer = await site.PushAsync(Damage(random, kinds[turn % kinds.Length]));

            Assert.True(
                answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"Turn {turn}: {answer.StatusCode}");
        }
    }

    // What may be changed is what nobody signs and nothing reads: the clear part of the envelope, and white space.
    private static void AssertIntact(string query, string envelope, string damagedQuery, string damaged, int turn)
    {
        string[] signed = ["timestamp", "nonce", "msg_signature"];
        var (sent, received) = (Parameters(query), Parameters(damagedQuery));
        Assert.All(signed, name => Assert.True(sent[name] == received.GetValueOrDefault(name), $"Turn {turn}: {name}"));
        Assert.True(
            MessageFields.Read(envelope)!["Encrypt"]!.Trim() == MessageFields.Read(damaged)?["Encrypt"]?.Trim(),
            $"Turn {turn}: Encrypt");
    }

    private static Dictionary<string, string> Parameters(string query) => query.Split('&')
        .Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2)
        .DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    private static string Damage(Random random, string text)
    {
        for (var changes = random.Next(1, 5); changes > 0; changes--)
        {
            var at = random.Next(text.Length);
            var length = random.Next(Math.Min(40, text.Length - at));
            text = random.Next(4) switch
            {
                0 => text[..at] + (char)random.Next(0x20, 0x7F) + text[(at + 1)..],
                1 => text.Insert(at, Splinters[random.Next(Splinters.Length)]),
                2 => text.Remove(at, length),
                _ => text.Insert(at, text.Substring(at, length)),
            };
            if (text.Length == 0)
            {
                return "<";
            }
        }

        return text;
    }

    private Task<int> CountAsync() => site.WithServicesAsync(services =>
        services.GetRequiredService<CmsDbContext>().Set<InboundPush>()
            .CountAsync(TestContext.Current.CancellationToken));
}
