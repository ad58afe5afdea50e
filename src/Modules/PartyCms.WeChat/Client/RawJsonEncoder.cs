using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;

namespace PartyCms.WeChat.Client;

/// <summary>
/// WeChat keeps <c>\uXXXX</c> as six characters of text, so every character goes out as itself; the framework's encoders
/// escape at least emoji. Only what JSON cannot hold is written otherwise: quote, backslash, line breaks and tabs. Other
/// control characters mean nothing in an article and become blanks.
/// </summary>
internal sealed class RawJsonEncoder : JavaScriptEncoder
{
    private const int FirstPlain = 0x20;

    private static readonly SearchValues<char> Marked = SearchValues.Create(
        [.. Enumerable.Range(0, FirstPlain).Select(code => (char)code), '"', '\\']);

    private static readonly SearchValues<byte> MarkedUtf8 = SearchValues.Create(
        [.. Enumerable.Range(0, FirstPlain).Select(code => (byte)code), (byte)'"', (byte)'\\']);

    private RawJsonEncoder()
    {
    }

    public static RawJsonEncoder Instance { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => 2;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < FirstPlain or '"' or '\\';

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var span = new ReadOnlySpan<char>(text, textLength);
        var marked = span.IndexOfAny(Marked);
        var broken = FirstLoneSurrogate(marked < 0 ? span : span[..marked]);
        return broken < 0 ? marked : broken;
    }

    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text) => utf8Text.IndexOfAny(MarkedUtf8);

    public override unsafe bool TryEncodeUnicodeScalar(
        int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        var written = Escape(unicodeScalar, new Span<char>(buffer, bufferLength));
        numberOfCharactersWritten = written;
        return written > 0;
    }

    private static int Escape(int scalar, Span<char> target)
    {
        var escape = scalar switch { '"' => '"', '\\' => '\\', '\n' => 'n', '\r' => 'r', '\t' => 't', _ => '\0' };
        if (escape == '\0')
        {
            return new Rune(scalar < FirstPlain ? ' ' : scalar).TryEncodeToUtf16(target, out var length) ? length : 0;
        }

        if (target.Length < 2)
        {
            return 0;
        }

        (target[0], target[1]) = ('\\', escape);
        return 2;
    }

    // Half a character, cut by somebody's length limit; the framework then writes U+FFFD for it.
    private static int FirstLoneSurrogate(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return i;
            }

            i++;
        }

        return -1;
    }
}
