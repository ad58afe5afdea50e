using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;

namespace PartyCms.IntegrationTests.Media;

/// <summary>Speaks tus 1.0 as a page of the administration does, or as an API client.</summary>
internal sealed partial class TusClient(HttpClient http, string address, string? forgeryToken) : IDisposable
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<TusClient> SignInAsync(CmsFactory site, string userName)
    {
        var http = await site.SignInAsync(userName);
        return new(http, "/admin/media/uploads", Token().Match(await http.GetStringAsync("/admin/media", Cancel)).Groups[1].Value);
    }

    public HttpClient Http => http;

    public Task<HttpResponseMessage> CreateAsync(long length, string name, string? target = null) => SendAsync(
        HttpMethod.Post, address,
        ("Upload-Length", length.ToString(CultureInfo.InvariantCulture)),
        ("Upload-Metadata", $"filename {Base64(name)}" + (target is null ? "" : $",{target.Split('=')[0]} {Base64(target.Split('=')[1])}")));

    /// <summary>Announces an upload and gives its address.</summary>
    public async Task<string> StartAsync(long length, string name)
    {
        using var answer = await CreateAsync(length, name);
        Assert.Equal(System.Net.HttpStatusCode.Created, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    public async Task<HttpResponseMessage> PatchAsync(string upload, long offset, byte[] piece)
    {
        using var request = Request(HttpMethod.Patch, upload, ("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture)));
        request.Content = new ByteArrayContent(piece) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } };
        return await http.SendAsync(request, Cancel);
    }

    public Task<HttpResponseMessage> HeadAsync(string upload) => SendAsync(HttpMethod.Head, upload);

    public Task<HttpResponseMessage> DeleteAsync(string upload) => SendAsync(HttpMethod.Delete, upload);

    public async Task<long> OffsetAsync(string upload)
    {
        using var answer = await HeadAsync(upload);
        return OffsetOf(answer);
    }

    public static long OffsetOf(HttpResponseMessage answer) =>
        long.Parse(Assert.Single(answer.Headers.GetValues("Upload-Offset")), CultureInfo.InvariantCulture);

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = Request(method, path, headers);
        return await http.SendAsync(request, Cancel);
    }

    public void Dispose() => http.Dispose();

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private HttpRequestMessage Request(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Headers = { { "Tus-Resumable", "1.0.0" } } };
        if (forgeryToken is not null)
        {
            request.Headers.Add("X-CSRF-Token", forgeryToken);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return request;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
