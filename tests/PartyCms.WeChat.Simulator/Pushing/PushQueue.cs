using System.Threading.Channels;

namespace PartyCms.WeChat.Simulator.Pushing;

/// <summary>Pushes that wait to be delivered.</summary>
internal sealed class PushQueue
{
    private readonly Channel<PushMessage> _channel = Channel.CreateUnbounded<PushMessage>();
    private int _waiting;

    public ChannelReader<PushMessage> Reader => _channel.Reader;

    public bool IsEmpty => Volatile.Read(ref _waiting) == 0;

    public void Add(PushMessage message)
    {
        Interlocked.Increment(ref _waiting);
        _channel.Writer.TryWrite(message);
    }

    /// <summary>Called when a message was delivered or given up.</summary>
    public void Done() => Interlocked.Decrement(ref _waiting);
}
