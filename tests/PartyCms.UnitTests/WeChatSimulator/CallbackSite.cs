using System.Net;

namespace PartyCms.UnitTests.WeChatSimulator;

/// <summary>A site that answers pushes with what a test tells it to.</summary>
internal sealed class CallbackSite(Func<HttpRequestMessage, string, HttpResponseMessage?> answer) : HttpMessageHandler
{
    public List<(Uri Address, string Body)> Received { get; } = [];

    public static CallbackSite Saying(string text) => new((_, _) => Answer(text));

    public static HttpResponseMessage Answer(string text, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(text) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Received.Add((request.RequestUri!, body));
        if (answer(request, body) is { } found)
        {
            return found;
        }

        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException("Nobody waits that long.");
    }
}
