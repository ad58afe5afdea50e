using System.Text;
using System.Text.Json.Nodes;
using PartyCms.WeChat.Simulator;

namespace PartyCms.UnitTests.WeChatSimulator;

/// <summary>Calls a simulator that stands still at a Wednesday noon in Shanghai, the way a client on the network does.</summary>
public sealed class WeChatCaller : IAsyncLifetime
{
    private readonly HttpClient _client = new();

    public SimulatorApp App { get; private set; } = null!;

    public string Token { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        App = await SimulatorApp.StartAsync(new SimulatorOptions
        {
            Clock = new SimulatorClock(new DateTimeOffset(2026, 9, 16, 4, 0, 0, TimeSpan.Zero)),
        });
        _client.BaseAddress = new Uri(App.BaseAddress);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await App.DisposeAsync();
    }

    public async Task SignInAsync() => Token = (await StableTokenAsync())["access_token"]!.GetValue<string>();

    public Task<JsonNode> StableTokenAsync(bool force = false, string secret = SimulatorOptions.DefaultAppSecret) =>
        PostRawAsync("/cgi-bin/stable_token", new JsonObject
        {
            ["grant_type"] = "client_credential",
            ["appid"] = SimulatorOptions.DefaultAppId,
            ["secret"] = secret,
            ["force_refresh"] = force,
        }.ToJsonString());

    public async Task<JsonNode> GetAsync(string path)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, null);
        return await ReadAsync(answer);
    }

    public Task<JsonNode> GetWithTokenAsync(string path, string more = "") => GetAsync($"{path}?access_token={Token}{more}");

    public Task<JsonNode> PostAsync(string path, string json) => PostRawAsync($"{path}?access_token={Token}", json);

    public async Task<JsonNode> PostRawAsync(string path, string json)
    {
        using var answer = await SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"));
        return await ReadAsync(answer);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async Task<JsonNode> UploadAsync(
        string path, byte[] file, string disposition, string contentType = "multipart/form-data; boundary=b42")
    {
        byte[] body =
        [
            .. Encoding.UTF8.GetBytes($"--b42\r\nContent-Disposition: {disposition}\r\nContent-Type: image/png\r\n\r\n"),
            .. file, .. "\r\n--b42--\r\n"u8,
        ];
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        using var answer = await SendAsync(HttpMethod.Post, path + (path.Contains('?') ? "&" : "?") + "access_token=" + Token, content);
        return await ReadAsync(answer);
    }

    public async Task<string> AddPictureAsync()
    {
        var answer = await UploadAsync(
            "/cgi-bin/material/add_material?type=image", Png(100), "form-data; name=\"media\"; filename=\"a.png\"");
        return answer["media_id"]!.GetValue<string>();
    }

    public async Task<string> AddDraftAsync(string title = "党课")
    {
        var answer = await PostAsync("/cgi-bin/draft/add", Draft(title, await AddPictureAsync()));
        return answer["media_id"]!.GetValue<string>();
    }

    public static string Draft(string title, string thumb, string content = "<p>正文</p>", string digest = "", string author = "") =>
        $$"""{"articles":[{"title":"{{title}}","author":"{{author}}","digest":"{{digest}}","content":"{{content}}","thumb_media_id":"{{thumb}}"}]}""";

    /// <summary>Bytes that begin like a PNG.</summary>
    public static byte[] Png(int length)
    {
        var bytes = new byte[length];
        ((byte[])[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]).CopyTo(bytes, 0);
        return bytes;
    }

    public static int CodeOf(JsonNode answer) => answer["errcode"]?.GetValue<int>() ?? 0;

    private static async Task<JsonNode> ReadAsync(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
}
