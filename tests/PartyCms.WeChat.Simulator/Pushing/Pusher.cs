using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PartyCms.WeChat.Simulator.Chats;

namespace PartyCms.WeChat.Simulator.Pushing;

/// <summary>Delivers pushes to the site's callback, with WeChat's patience: three attempts of five seconds.</summary>
public sealed class Pusher : IAsyncDisposable
{
    private const int Kept = 2000;

    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly SimulatedWeChat _world;
    private readonly Lock _gate = new();
    private readonly List<PushDelivery> _deliveries = [];
    private readonly CancellationTokenSource _end = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private readonly Task _queue;
    private int _failures;
    private DateTimeOffset _pausedUntil = DateTimeOffset.MinValue;

    internal Pusher(SimulatedWeChat world)
    {
        _world = world;
        _queue = DeliverQueueAsync();
    }

    /// <summary>The last pushes with what became of them, in order of their end.</summary>
    public IReadOnlyList<PushDelivery> Deliveries
    {
        get
        {
            lock (_gate)
            {
                return [.. _deliveries];
            }
        }
    }

    /// <summary>
    /// Asks the site to prove its address, as WeChat does when a callback is entered.
    /// </summary>
    /// <returns>Whether the site repeated the secret text and nothing else.</returns>
    public async Task<bool> VerifyAsync(CancellationToken cancellationToken = default)
    {
        var echo = RandomNumberGenerator.GetInt32(int.MaxValue).ToString(CultureInfo.InvariantCulture);
        var timestamp = _world.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetInt32(int.MaxValue).ToString(CultureInfo.InvariantCulture);
        var query = $"signature={PushCrypto.Sign(_world.Callback.Token, timestamp, nonce)}&timestamp={timestamp}&nonce={nonce}"
            + $"&echostr={echo}";
        using var request = new HttpRequestMessage(HttpMethod.Get, PushEnvelope.WithQuery(_world.Callback.Url, query));
        var (status, answer) = await SendAsync(request, cancellationToken);
        return status == 200 && answer == echo;
    }

    /// <summary>Delivers one push and waits for its end; the follower's chat shows what came of it.</summary>
    public async Task<PushDelivery> DeliverAsync(PushMessage message, CancellationToken cancellationToken = default)
    {
        var delivery = await TryAllAsync(message, cancellationToken);
        Show(delivery);
        lock (_gate)
        {
            _deliveries.Add(delivery);
            if (_deliveries.Count > Kept)
            {
                _deliveries.RemoveAt(0);
            }
        }

        return delivery;
    }

    /// <summary>Waits until every event that is due has been delivered or given up.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken = default)
    {
        _world.RunDueJobs();
        while (!_world.Pushes.IsEmpty)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), cancellationToken);
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _queue;
        _client.Dispose();
        _end.Dispose();
    }

    private async Task DeliverQueueAsync()
    {
        try
        {
            await foreach (var message in _world.Pushes.Reader.ReadAllAsync(_end.Token))
            {
                await DeliverAsync(message, _end.Token);
                _world.Pushes.Done();
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The simulator ends; what waits is lost, as everything here is.
        }
    }

    private async Task<PushDelivery> TryAllAsync(PushMessage message, CancellationToken cancellationToken)
    {
        var attempts = new List<PushAttempt>();
        if (_world.Callback.Url.Length == 0 || IsPaused())
        {
            return new PushDelivery(message, attempts, PushVerdict.NotSent);
        }

        while (attempts.Count < _world.Callback.Attempts)
        {
            var attempt = await TryAsync(message, cancellationToken);
            attempts.Add(attempt);
            if (attempt.Status == 200)
            {
                Interlocked.Exchange(ref _failures, 0);
                return new PassiveReply(_world, message).Read(attempts, attempt.Answer);
            }
        }

        CountFailure();
        return new PushDelivery(message, attempts, PushVerdict.Unavailable);
    }

    private async Task<PushAttempt> TryAsync(PushMessage message, CancellationToken cancellationToken)
    {
        var envelope = PushEnvelope.Seal(_world, message);
        var at = _world.Clock.GetUtcNow();
        using var request = new HttpRequestMessage(HttpMethod.Post, envelope.Address)
        {
            Content = new StringContent(envelope.Body, Encoding.UTF8, "text/xml"),
        };
        var (status, answer) = await SendAsync(request, cancellationToken);
        return new PushAttempt(at, envelope.Address, envelope.Body, status, answer);
    }

    private async Task<(int Status, string Answer)> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_world.Callback.Timeout);
        request.Headers.TryAddWithoutValidation("User-Agent", "Mozilla/4.0");
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        try
        {
            using var answer = _world.Callback.Handler is { } handler
                ? await new HttpMessageInvoker(handler, disposeHandler: false).SendAsync(request, patience.Token)
                : await _client.SendAsync(request, patience.Token);
            return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(patience.Token));
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            return (0, "");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (0, "");
        }
    }

    private void Show(PushDelivery delivery)
    {
        // Nobody reads the events of jobs, and who has left sees nothing any more.
        if (_world.Followers.Find(delivery.Message.FromUser) is not { IsFollowing: true } person)
        {
            return;
        }

        var line = delivery switch
        {
            { Verdict: PushVerdict.Answered, Reply: { } reply } => reply,
            { Verdict: PushVerdict.Answered } => System("已转接人工客服"),
            { Verdict: PushVerdict.Faulty } => System("该公众号提供的服务出现故障，请稍后再试"),
            { Verdict: PushVerdict.Unavailable } => System("该公众号暂时无法提供服务，请稍后再试"),
            _ => null,
        };
        if (line is not null)
        {
            _world.Chats.Add(person.OpenId, line);
        }
    }

    private ChatMessage System(string text) =>
        new(_world.Clock.GetUtcNow(), IsFromAccount: true, "system") { Text = text, Source = "wechat" };

    private bool IsPaused()
    {
        lock (_gate)
        {
            return _world.Clock.GetUtcNow() < _pausedUntil;
        }
    }

    private void CountFailure()
    {
        if (Interlocked.Increment(ref _failures) < _world.Callback.FailuresBeforePause)
        {
            return;
        }

        lock (_gate)
        {
            _failures = 0;
            _pausedUntil = _world.Clock.GetUtcNow() + Pause;
        }
    }
}
