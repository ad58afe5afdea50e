using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PartyCms.Kernel.Web;

/// <summary>An answer as it went out: headers and, perhaps compressed, body.</summary>
internal sealed class CachedPage
{
    private readonly KeyValuePair<string, StringValues>[] _headers;
    private readonly byte[] _body;
    private readonly string _etag;

    public CachedPage(HttpResponse response, byte[] body, DateTimeOffset expiresUtc, IReadOnlyCollection<string> tags)
    {
        _body = body;
        _etag = "\"" + Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12)) + "\"";
        ExpiresUtc = expiresUtc;
        Tags = tags;
        response.Headers.ETag = _etag;
        _headers = [.. response.Headers.Where(header => header.Key != HeaderNames.ContentLength && header.Key != HeaderNames.Date)];
    }

    public DateTimeOffset ExpiresUtc { get; }

    public IReadOnlyCollection<string> Tags { get; }

    /// <summary>Bytes it takes in memory, about.</summary>
    public int Size => _body.Length + 2048;

    public Task WriteAsync(HttpContext http)
    {
        var response = http.Response;
        foreach (var (name, value) in _headers)
        {
            response.Headers[name] = value;
        }

        if (http.Request.Headers.IfNoneMatch.Count > 0 && http.Request.Headers.IfNoneMatch.Contains(_etag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentLength = _body.Length;
        return HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(_body, http.RequestAborted).AsTask();
    }
}
