using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using PartyCms.WeChat;
using PartyCms.WeChat.Client;
using PartyCms.WeChat.Client.Drafts;
using PartyCms.WeChat.Client.Errors;

namespace PartyCms.UnitTests.WeChat.Client;

public sealed class WeChatTransportTests
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("image/jpeg")]
    public async Task An_error_is_one_whatever_the_answer_says_it_is(string contentType)
    {
        var answer = await AnswerToAsync(_ => Answer("""{"errcode":48001,"errmsg":"api unauthorized rid: 6-1-a"}""", contentType));

        Assert.Equal((48001, "6-1-a"), (answer.Error?.Code, answer.Error?.Rid));
    }

    [Theory]
    [InlineData("""{"errcode":0,"errmsg":"ok","media_id":"m"}""")]
    [InlineData("""{"media_id":"m"}""")]
    public async Task Success_has_a_code_of_zero_or_none(string body) =>
        Assert.Equal("m", (await AnswerToAsync(_ => Answer(body, "text/plain"))).As<DraftAdded>().Value?.MediaId);

    [Fact]
    public async Task A_code_may_come_as_text() =>
        Assert.Equal(40007, (await AnswerToAsync(_ => Answer("""{"errcode":"40007"}""", "text/plain"))).Error?.Code);

    [Fact]
    public async Task A_picture_is_given_as_it_is()
    {
        byte[] picture = [0xFF, 0xD8, 0xFF, 0xE0, 0, 1];

        var answer = await AnswerToAsync(_ => new HttpResponseMessage { Content = new ByteArrayContent(picture) });

        Assert.Null(answer.Error);
        Assert.Equal(picture, answer.Body.ToArray());
    }

    [Theory]
    [InlineData("""{"errcode":0,"errmsg":"o""")]
    [InlineData("{")]
    public async Task An_answer_that_was_cut_off_leaves_the_outcome_open(string body) =>
        Assert.Equal(ErrorClass.UnknownOutcome, (await AnswerToAsync(_ => Answer(body, "application/json"))).Error?.Class);

    [Theory]
    [InlineData(HttpStatusCode.BadGateway, "<html>502</html>")]
    [InlineData(HttpStatusCode.BadGateway, "{}")]
    [InlineData(HttpStatusCode.Found, "")]
    public async Task Another_server_in_the_way_leaves_the_outcome_open(HttpStatusCode status, string body)
    {
        var answer = await AnswerToAsync(_ => new HttpResponseMessage(status) { Content = new StringContent(body) });

        Assert.Equal((ErrorClass.UnknownOutcome, true), (answer.Error!.Class, answer.Error.MayHaveHappened));
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError, false)]
    [InlineData(HttpRequestError.NameResolutionError, false)]
    [InlineData(HttpRequestError.SecureConnectionError, false)]
    [InlineData(HttpRequestError.ResponseEnded, true)]
    [InlineData(HttpRequestError.Unknown, true)]
    public async Task A_call_that_was_sent_may_have_happened(HttpRequestError broken, bool may) =>
        Assert.Equal(may, (await AnswerToAsync(_ => throw new HttpRequestException(broken))).Error?.MayHaveHappened);

    [Fact]
    public async Task A_silent_WeChat_is_given_up()
    {
        var handler = new Handler((_, cancellationToken) => NeverAsync(cancellationToken));

        var answer = await SendAsync(handler, ApiCall.Get("/cgi-bin/draft/count"), TestContext.Current.CancellationToken);

        Assert.Equal(ErrorClass.UnknownOutcome, answer.Error?.Class);
    }

    [Fact]
    public async Task A_caller_who_leaves_is_obeyed()
    {
        using var left = new CancellationTokenSource();
        var handler = new Handler(async (_, cancellationToken) =>
        {
            await left.CancelAsync();
            return await NeverAsync(cancellationToken);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => SendAsync(handler, ApiCall.Get("/cgi-bin/draft/count"), left.Token));
    }

    [Fact]
    public async Task The_token_stands_in_the_query_and_nowhere_else()
    {
        HttpRequestMessage? sent = null;
        string? body = null;
        var handler = new Handler(async (request, cancellationToken) =>
        {
            sent = request;
            body = await request.Content!.ReadAsStringAsync(cancellationToken);
            return Answer("{}", "application/json");
        });

        await SendAsync(
            handler,
            ApiCall.Post("/cgi-bin/draft/get", new MediaReference("党")).With("type", "a&b"),
            TestContext.Current.CancellationToken);

        Assert.Equal("https://api.example.cn/cgi-bin/draft/get?type=a%26b&access_token=T%2B1", sent?.RequestUri?.AbsoluteUri);
        Assert.Equal("application/json; charset=utf-8", sent?.Content?.Headers.ContentType?.ToString());
        Assert.Equal("""{"media_id":"党"}""", body);
    }

    private static async Task<HttpResponseMessage> NeverAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        throw new InvalidOperationException("This wait does not end.");
    }

    private static HttpResponseMessage Answer(string body, string contentType) =>
        new() { Content = new StringContent(body, Encoding.UTF8, contentType) };

    private static Task<WeChatAnswer> AnswerToAsync(Func<HttpRequestMessage, HttpResponseMessage> answer) => SendAsync(
        new Handler((request, _) => Task.FromResult(answer(request))),
        ApiCall.Get("/cgi-bin/draft/count"),
        TestContext.Current.CancellationToken);

    private static Task<WeChatAnswer> SendAsync(Handler handler, ApiCall call, CancellationToken cancellationToken) =>
        new WeChatTransport(
                new Clients(handler),
                Options.Create(new WeChatOptions { ApiBase = "https://api.example.cn/", TimeoutSeconds = "1" }))
            .SendAsync(call, "T+1", cancellationToken);

    private sealed class Clients(HttpMessageHandler handler) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(handler, disposeHandler: false);
    }

    private sealed class Handler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            answer(request, cancellationToken);
    }
}
