namespace PartyCms.IntegrationTests.WeChat.Client;

/// <summary>Tells a test that somebody has come, and lets nobody through before the test says so.</summary>
public sealed class Turnstile
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the first has come.</summary>
    public Task Reached => _reached.Task;

    public void Open() => _opened.SetResult();

    public Task PassAsync(CancellationToken cancellationToken)
    {
        _reached.TrySetResult();
        return _opened.Task.WaitAsync(cancellationToken);
    }
}
