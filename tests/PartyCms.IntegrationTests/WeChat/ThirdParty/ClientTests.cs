using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PartyCms.WeChat.Simulator;
using PartyCms.WeChat.Simulator.Followers;

namespace PartyCms.IntegrationTests.WeChat.ThirdParty;

/// <summary>
/// Clients that were written for the real WeChat, unchanged, against the simulated one: what they send is taken, and
/// what they read is there.
/// </summary>
public sealed class ClientTests : IAsyncLifetime
{
    private const string PageUrl = "https://dj.example.cn/lessons/today?from=singlemessage";

    // One white pixel.
    private static readonly byte[] Picture = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    private readonly string _folder = Directory.CreateTempSubdirectory("partycms-clients-").FullName;
    private SimulatorApp _app = null!;
    private Follower _follower = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllBytesAsync(PicturePath, Picture, Cancel);

        // A new account each time: one client keeps tokens in a file that outlives it.
        _app = await SimulatorApp.StartAsync(new SimulatorOptions { AppId = $"wx{Guid.CreateVersion7():N}"[..18] }, Cancel);
        _follower = _app.World.Followers.Add("王秀兰");
        await _app.PhoneOf(_follower.OpenId).SayAsync("你好", Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Co_wechat_api_finds_the_WeChat_it_was_written_for()
    {
        var result = await DriveAsync("drive-co-wechat-api.mjs");

        Assert.Equal("STUDY", result["menu"]!["menu"]!["button"]![0]!["key"]!.GetValue<string>());
        Assert.Equal(Picture.Length, result["material"]!.GetValue<int>());
        Assert.Equal(1, result["count"]!["image_count"]!.GetValue<int>());
        Assert.StartsWith("http://mmbiz.qpic.cn/", result["articlePicture"]!["url"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(1, result["user"]!["subscribe"]!.GetValue<int>());
        Assert.Equal(_follower.OpenId, result["users"]!["user_info_list"]![0]!["openid"]!.GetValue<string>());
        Assert.Equal(_follower.OpenId, result["followers"]!["data"]!["openid"]![0]!.GetValue<string>());
        Assert.Equal(Assert.Single(_app.World.Followers.Find(_follower.OpenId)!.TagIds), result["tags"]!["tagid_list"]![0]!.GetValue<int>());
        Assert.Equal(["1234", "branch"], _app.World.SceneCodes.All.Select(code => code.Scene));
        Assert.Equal("党课😀 <已开始>", _app.World.Chats.Of(_follower.OpenId)[^1].Text);
        AssertSigned(result["config"]!, result["ticket"]!.GetValue<string>());
        Assert.Equal(
            """{"material":40007,"user":40003,"menu":40016}""", result["refusals"]!.ToJsonString());
    }

    [Fact]
    public async Task Wechat_api_finds_the_WeChat_it_was_written_for()
    {
        var result = await DriveAsync("drive-wechat-api.mjs");

        Assert.Equal("公开", result["menu"]!["menu"]!["button"]![0]!["sub_button"]![0]!["name"]!.GetValue<string>());
        Assert.Equal(Picture.Length, result["material"]!.GetValue<int>());
        Assert.Equal(1, result["user"]!["subscribe"]!.GetValue<int>());
        Assert.Equal(1, result["followers"]!["total"]!.GetValue<int>());
        Assert.Equal("b:7:ab12", Assert.Single(_app.World.SceneCodes.All).Scene);
        Assert.Equal("党课😀 <已开始>", _app.World.Chats.Of(_follower.OpenId)[^1].Text);
        Assert.Equal(40003, result["refusals"]!["user"]!.GetValue<int>());
    }

    [Fact]
    public async Task Node_easywechat_finds_the_WeChat_it_was_written_for()
    {
        var result = await DriveAsync("drive-easywechat.mjs");

        Assert.Equal("支部工作条例😀", result["stored"]!["news_item"]![0]!["title"]!.GetValue<string>());
        Assert.Equal(0, result["published"]!["publish_status"]!.GetValue<int>());
        Assert.Equal("支部工作条例😀", Assert.Single(_app.World.Publications.Readable).Articles[0].Title);
        Assert.Equal(_follower.OpenId, result["user"]!["openid"]!.GetValue<string>());
        Assert.Equal(_follower.OpenId, result["authorized"]!["openid"]!.GetValue<string>());
        AssertSigned(result["config"]!, result["ticket"]!.GetValue<string>());
        Assert.Equal("""{"draft":40007,"code":40163}""", result["refusals"]!.ToJsonString());
        Assert.Equal(1, _app.World.Tokens.Issued);
    }

    [Fact]
    public async Task The_picture_of_a_QR_code_says_what_its_ticket_stands_for()
    {
        await DriveAsync("drive-wechat-api.mjs");
        var code = Assert.Single(_app.World.SceneCodes.All);
        using var client = new HttpClient();
        await File.WriteAllBytesAsync(
            PicturePath,
            await client.GetByteArrayAsync($"{_app.BaseAddress}/cgi-bin/showqrcode?ticket={Uri.EscapeDataString(code.Ticket)}", Cancel),
            Cancel);

        var read = await NodeClient.RunAsync("read-qr-code.mjs", new { Picture = PicturePath });

        Assert.Equal(code.Url, read.GetValue<string>());
    }

    private string PicturePath => Path.Combine(_folder, "picture.png");

    private Task<JsonNode> DriveAsync(string script) => NodeClient.RunAsync(script, new
    {
        Origin = _app.BaseAddress,
        _app.World.Account.AppId,
        _app.World.Account.AppSecret,
        _follower.OpenId,
        Picture = PicturePath,
        Url = PageUrl,
        Code = _app.World.OAuth.IssueCode(_follower.OpenId),
    });

    private static void AssertSigned(JsonNode config, string ticket)
    {
        var text = $"jsapi_ticket={ticket}&noncestr={config["nonceStr"]}&timestamp={config["timestamp"]}&url={PageUrl}";
#pragma warning disable CA5350 // WeChat's protocol signs with SHA-1.
        Assert.Equal(Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text))), config["signature"]!.GetValue<string>());
#pragma warning restore CA5350
    }
}
