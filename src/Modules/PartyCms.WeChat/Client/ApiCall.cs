using System.Net.Http.Headers;
using PartyCms.WeChat.Client.Capabilities;
using PartyCms.WeChat.Client.Materials;

namespace PartyCms.WeChat.Client;

/// <summary>One call of WeChat's API before a token is added.</summary>
internal sealed record ApiCall
{
    private ApiCall(HttpMethod method, string path)
    {
        Method = method;
        Path = path;
    }

    public HttpMethod Method { get; }

    /// <summary>From the root, without query, such as <c>/cgi-bin/draft/add</c>.</summary>
    public string Path { get; }

    /// <summary>Names and values of the query beside the token, in order; not escaped.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>Makes the body, anew for each attempt; null for none.</summary>
    public Func<HttpContent>? Body { get; init; }

    /// <summary>Whether doing it twice is as good as once, so that it is repeated when WeChat is busy or an answer is lost.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Whether it carries a file, so that it may take longer.</summary>
    public bool IsLarge { get; init; }

    /// <summary>What the account must be able to do for it; null for what every account can.</summary>
    public Capability? Needs { get; init; }

    /// <summary>A question, which changes nothing.</summary>
    public static ApiCall Get(string path, params KeyValuePair<string, string>[] query) =>
        new(HttpMethod.Get, path) { Query = query, IsRepeatable = true };

    /// <summary>Something with a JSON body; not repeated unless said so.</summary>
    public static ApiCall Post<T>(string path, T body)
    {
        var bytes = WeChatJson.Write(body);
        return new(HttpMethod.Post, path) { Body = () => JsonBody(bytes) };
    }

    /// <summary>A question that WeChat wants as a POST, and everything else that may be repeated.</summary>
    public static ApiCall Ask<T>(string path, T body) => Post(path, body) with { IsRepeatable = true };

    /// <summary>A file in the field <c>media</c>, with further text fields.</summary>
    public static ApiCall Upload(string path, UploadFile file, params KeyValuePair<string, string>[] fields) =>
        new(HttpMethod.Post, path) { Body = () => MultipartBody.Of(file, fields), IsLarge = true };

    public ApiCall With(string name, string value) => this with { Query = [.. Query, new(name, value)] };

    private static ByteArrayContent JsonBody(byte[] bytes) => new(bytes)
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
    };
}
