using System.Buffers;

namespace PartyCms.Kernel.Text;

/// <summary>Text put together in rented memory, which is only rented when there is something to put together.</summary>
internal ref struct PooledText(int expectedLength)
{
    private char[]? _buffer;
    private int _length;

    public readonly bool IsEmpty => _buffer is null;

    public void Append(ReadOnlySpan<char> text)
    {
        _buffer ??= ArrayPool<char>.Shared.Rent(expectedLength);
        if (_length + text.Length > _buffer.Length)
        {
            var larger = ArrayPool<char>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + text.Length));
            _buffer.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<char>.Shared.Return(_buffer);
            _buffer = larger;
        }

        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    /// <summary>The text; gives the memory back, so nothing may be appended afterwards.</summary>
    public readonly string Finish()
    {
        if (_buffer is null)
        {
            return "";
        }

        var text = new string(_buffer, 0, _length);
        ArrayPool<char>.Shared.Return(_buffer);
        return text;
    }
}
