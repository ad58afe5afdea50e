using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PartyCms.IntegrationTests.Webhooks;

/// <summary>The other side: a small server on this machine that keeps what it is sent.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private const string Prefix = "/hook-";

    private readonly WebApplication _server;
    private readonly string _path = Prefix + Guid.CreateVersion7().ToString("N");
    private readonly ConcurrentQueue<Received> _received = new();

    private Receiver(WebApplication server) => _server = server;

    /// <summary>How it answers the next calls; 204 when there is nothing more.</summary>
    public ConcurrentQueue<(HttpStatusCode Status, string Body)> Answers { get; } = new();

    public IReadOnlyList<Received> Calls => [.. _received];

    public string Url => _server.Urls.Single() + _path;

    public int Port => new Uri(_server.Urls.Single()).Port;

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var receiver = new Receiver(server);
        server.Run(receiver.AnswerAsync);
        await server.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        // The port may have been that of a test before, whose subscription goes on delivering.
        if (http.Request.Path != _path && http.Request.Path.Value!.StartsWith(Prefix, StringComparison.Ordinal))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync();
        _received.Enqueue(new Received(
            http.Request.Path,
            body,
            http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        var (status, text) = Answers.TryDequeue(out var answer) ? answer : (HttpStatusCode.NoContent, "");
        http.Response.StatusCode = (int)status;
        if ((int)status is >= 300 and < 400)
        {
            http.Response.Headers.Location = text;
        }
        else if (text.Length > 0)
        {
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync(text);
        }
    }

    public sealed record Received(string Path, string Body, IReadOnlyDictionary<string, string> Headers);
}
