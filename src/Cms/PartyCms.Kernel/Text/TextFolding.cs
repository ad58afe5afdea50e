using System.Globalization;
using System.Text;

namespace PartyCms.Kernel.Text;

/// <summary>
/// Folds text for search piece by piece, a piece being a character with the marks on it, so that every folded
/// character is known to come from a place of the original.
/// </summary>
internal static class TextFolding
{
    /// <summary>
    /// Appends the folded text; <paramref name="origins"/>, when given, gets for each folded UTF-16 unit the piece of
    /// the original that it comes from.
    /// </summary>
    public static void Fold(string text, StringBuilder folded, List<(int Start, int End)>? origins = null)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = EndOfPiece(text, start);
            var before = folded.Length;
            FoldPiece(text.AsSpan(start, end - start), folded);
            if (origins is not null)
            {
                for (var i = before; i < folded.Length; i++)
                {
                    origins.Add((start, end));
                }
            }

            start = end;
        }
    }

    private static int EndOfPiece(string text, int start)
    {
        var end = start + (start + 1 < text.Length && char.IsSurrogatePair(text, start) ? 2 : 1);
        while (end < text.Length && Joins(text[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>Whether a character is part of the one before: a mark, a kana mark, a Hangul vowel or final.</summary>
    private static bool Joins(char c) =>
        c >= '\u0300' && (c is '\uFF9E' or '\uFF9F' or (>= '\u1160' and <= '\u11FF') || IsMark(c));

    private static bool IsMark(char c) => !IsIdeograph(c) && char.GetUnicodeCategory(c)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool IsIdeograph(char c) => c is >= '\u3400' and <= '\u9FFF';

    private static void FoldPiece(ReadOnlySpan<char> piece, StringBuilder folded)
    {
        if (piece.Length == 1)
        {
            var c = piece[0];
            if (c < '\u0080')
            {
                folded.Append(char.ToLowerInvariant(c));
                return;
            }

            if (IsIdeograph(c))
            {
                folded.Append(ChineseScript.Fold(c));
                return;
            }
        }

        var normal = WellFormed.Text(piece.ToString()).Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        foreach (var c in normal)
        {
            if (!IsVariationSelector(c))
            {
                folded.Append(ChineseScript.Fold(c));
            }
        }
    }

    /// <summary>Marks that choose a drawing of the character before and mean nothing to a search.</summary>
    private static bool IsVariationSelector(char c) => c is >= '\uFE00' and <= '\uFE0F';
}
