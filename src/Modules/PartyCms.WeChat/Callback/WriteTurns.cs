using PartyCms.Kernel.Data;

namespace PartyCms.WeChat.Callback;

/// <summary>
/// Lets the pushes of this node write one after another where the engine has a single writer: SQLite makes whoever waits
/// for it sleep on a thread and look again. Where many may write at once nobody waits here.
/// </summary>
internal sealed class WriteTurns(IDatabaseProvider provider) : IDisposable
{
    private readonly SemaphoreSlim? _turn = provider.HasSingleWriter ? new SemaphoreSlim(1, 1) : null;

    /// <summary>Waits for the turn; disposing ends it.</summary>
    public async ValueTask<Turn> TakeAsync(CancellationToken cancellationToken)
    {
        if (_turn is not null)
        {
            await _turn.WaitAsync(cancellationToken);
        }

        return new Turn(_turn);
    }

    public void Dispose() => _turn?.Dispose();

    /// <summary>A turn that lasts until it is disposed.</summary>
    internal readonly struct Turn(SemaphoreSlim? turn) : IDisposable
    {
        public void Dispose() => turn?.Release();
    }
}
