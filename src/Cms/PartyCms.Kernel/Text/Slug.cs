using System.Globalization;
using System.Text;

namespace PartyCms.Kernel.Text;

/// <summary>Permalink names made of titles, by the same rule as Orchard Core's slugs.</summary>
public static class Slug
{
    /// <summary>Longest slug of Orchard Core.</summary>
    public const int MaxLength = 1000;

    /// <summary>
    /// Makes a slug: compatibility forms folded, lower case, accents dropped; letters of every script, digits,
    /// <c>_</c> and <c>~</c> kept; anything else becomes one <c>-</c> between them. Chinese stays Chinese, so put it
    /// into links with <see cref="PublicPath"/>.
    /// </summary>
    /// <param name="title">Any text.</param>
    /// <param name="maxLength">Longest result in UTF-16 characters, 1 to 1000; cut between characters.</param>
    /// <returns>The slug; empty for a title without a letter or digit, so have another name ready.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxLength"/> is out of range.</exception>
    public static string From(string title, int maxLength = MaxLength)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxLength, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxLength, MaxLength);

        var folded = WellFormed.Text(title).Normalize(NormalizationForm.FormKD).ToLowerInvariant();
        var slug = new StringBuilder(Math.Min(folded.Length, maxLength));
        foreach (var rune in folded.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '_' or '~')
            {
                slug.Append(rune);
            }
            else if (slug.Length > 0 && slug[^1] != '-' &&
                Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark)
            {
                slug.Append('-');
            }
        }

        // Composed before it is cut, so that a cut never takes a letter apart.
        var composed = slug.ToString().Normalize(NormalizationForm.FormC);
        return composed[..Math.Min(composed.Length, HtmlText.SafeEnd(composed, maxLength))].TrimEnd('-');
    }
}
