using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PartyCms.Kernel.Text;

/// <summary>
/// Writes JSON as people read it: every assigned character as itself, also those beyond the basic plane (emoji, rare
/// characters of names), which the framework's encoders always escape. What could end a script or open a tag
/// (&lt; &gt; &amp; ' ") stays escaped, so a document is safe inside a page.
/// </summary>
public sealed class ReadableJsonEncoder : JavaScriptEncoder
{
    private static readonly JavaScriptEncoder Inner = Create(UnicodeRanges.All);

    private ReadableJsonEncoder()
    {
    }

    /// <summary>The one instance; it holds no state.</summary>
    public static ReadableJsonEncoder Instance { get; } = new();

    /// <inheritdoc />
    public override int MaxOutputCharactersPerInputCharacter => Inner.MaxOutputCharactersPerInputCharacter;

    /// <inheritdoc />
    public override bool WillEncode(int unicodeScalar) => !IsReadable(unicodeScalar) && Inner.WillEncode(unicodeScalar);

    /// <inheritdoc />
    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var begun = 0;
        while (begun < textLength)
        {
            var found = Inner.FindFirstCharacterToEncode(text + begun, textLength - begun);
            if (found < 0)
            {
                return -1;
            }

            begun += found;
            if (begun + 1 >= textLength || !char.IsSurrogatePair(text[begun], text[begun + 1])
                || !IsReadable(char.ConvertToUtf32(text[begun], text[begun + 1])))
            {
                return begun;
            }

            begun += 2;
        }

        return -1;
    }

    /// <inheritdoc />
    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text)
    {
        var begun = 0;
        while (begun < utf8Text.Length)
        {
            var found = Inner.FindFirstCharacterToEncodeUtf8(utf8Text[begun..]);
            if (found < 0)
            {
                return -1;
            }

            begun += found;
            if (Rune.DecodeFromUtf8(utf8Text[begun..], out var rune, out var length) != System.Buffers.OperationStatus.Done
                || !IsReadable(rune.Value))
            {
                return begun;
            }

            begun += length;
        }

        return -1;
    }

    /// <inheritdoc />
    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        Inner.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);

    private static bool IsReadable(int scalar) =>
        scalar > char.MaxValue
        && Rune.GetUnicodeCategory(new Rune(scalar)) is not (System.Globalization.UnicodeCategory.OtherNotAssigned
            or System.Globalization.UnicodeCategory.PrivateUse or System.Globalization.UnicodeCategory.Control
            or System.Globalization.UnicodeCategory.Format);
}
