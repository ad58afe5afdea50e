using System.Buffers;

namespace PartyCms.Kernel.Text.Sanitizing;

/// <summary>Classes of characters in text for people.</summary>
internal static class TextCharacters
{
    /// <summary>Characters that count as white space, the no-break and the ideographic ones included.</summary>
    public const string Spaces =
        "\t\n\v\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u2028\u2029"
        + "\u202F\u205F\u3000";

    private static readonly SearchValues<char> SpaceValues = SearchValues.Create(Spaces);

    private static readonly SearchValues<char> Invisible = SearchValues.Create(Spaces + DroppedCharacters());

    /// <summary>
    /// Characters with no business in a text: controls, zero-width marks left by editors, overrides of the writing
    /// direction (they can make a text read differently from what is stored) and code points that are no characters.
    /// Joiners and isolates stay: emoji, Uyghur and Tibetan need them.
    /// </summary>
    public static string Dropped { get; } = DroppedCharacters();

    /// <summary>Both halves of surrogate pairs.</summary>
    public static string Surrogates { get; } =
        new([.. Enumerable.Range(0xD800, 0x800).Select(code => (char)code)]);

    public static bool IsSpace(char c) => SpaceValues.Contains(c);

    /// <summary>What a white space stands for: a line break, a tab, an ideographic space or a space.</summary>
    public static char PlainSpace(char c) => c switch
    {
        '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' => '\n',
        '\t' or '\u3000' => c,
        _ => ' ',
    };

    /// <summary>Whether nothing of a text would be seen.</summary>
    public static bool IsBlank(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Invisible);

    /// <summary>Chinese and Japanese characters and punctuation, which are set without spaces between them.</summary>
    public static bool IsWide(char c) =>
        c is (>= '\u2E80' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE4F')
            or (>= '\uFF01' and <= '\uFF60') or (>= '\uD840' and <= '\uD8FF');

    private static string DroppedCharacters()
    {
        IEnumerable<int> codes =
        [
            .. Enumerable.Range(0x00, 0x20), .. Enumerable.Range(0x7F, 0x21), 0xAD, 0x200B,
            .. Enumerable.Range(0x202A, 5), 0x2060, .. Enumerable.Range(0xFDD0, 0x20), 0xFEFF,
            .. Enumerable.Range(0xFFF9, 4), 0xFFFE, 0xFFFF,
        ];
        return new([.. codes.Select(code => (char)code).Where(c => !Spaces.Contains(c, StringComparison.Ordinal))]);
    }
}
