namespace PartyCms.WeChat.Simulator.Chats;

/// <summary>What each person sees in the chat with the account.</summary>
public sealed class ChatLog
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<ChatMessage>> _chats = new(StringComparer.Ordinal);

    internal ChatLog()
    {
    }

    /// <summary>One person's chat in order.</summary>
    public IReadOnlyList<ChatMessage> Of(string openId)
    {
        lock (_gate)
        {
            return _chats.TryGetValue(openId, out var chat) ? [.. chat] : [];
        }
    }

    internal void Add(string openId, ChatMessage message)
    {
        lock (_gate)
        {
            if (!_chats.TryGetValue(openId, out var chat))
            {
                _chats[openId] = chat = [];
            }

            chat.Add(message);
        }
    }
}
