using Polly;
using Polly.Retry;

namespace PartyCms.WeChat.Client;

/// <summary>Repeats what may be repeated: three times after about 1, 2 and 4 seconds.</summary>
internal sealed class WeChatRetries(TimeProvider clock)
{
    private const int Repetitions = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private readonly ResiliencePipeline<WeChatAnswer> _pipeline =
        new ResiliencePipelineBuilder<WeChatAnswer> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<WeChatAnswer>
            {
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Result?.Error?.IsTransient == true),
                MaxRetryAttempts = Repetitions,
                Delay = FirstPause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .Build();

    public ValueTask<WeChatAnswer> RunAsync(
        Func<CancellationToken, ValueTask<WeChatAnswer>> attempt, CancellationToken cancellationToken) =>
        _pipeline.ExecuteAsync(attempt, cancellationToken);
}
