using System.Diagnostics.CodeAnalysis;

namespace PartyCms.WeChat.Client;

/// <summary>What came of a call to WeChat: either what it gave or why it did not, never both.</summary>
internal sealed class WeChatResult<T>
    where T : notnull
{
    private WeChatResult(T? value, WeChatError? error)
    {
        Value = value;
        Error = error;
    }

    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsOk => Error is null;

    public T? Value { get; }

    public WeChatError? Error { get; }

    public static implicit operator WeChatResult<T>(T value) => new(value, null);

    public static implicit operator WeChatResult<T>(WeChatError error) => new(default, error);

    public override string ToString() => IsOk ? $"ok: {Value}" : $"failed: {Error}";
}

/// <summary>WeChat did what was asked and has nothing more to say.</summary>
internal sealed record Acknowledged;
