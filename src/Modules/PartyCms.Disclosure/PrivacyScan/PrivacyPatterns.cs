using System.Text.RegularExpressions;

namespace PartyCms.Disclosure.PrivacyScan;

/// <summary>
/// Finds numbers and addresses of persons in plain text (domain 7.2). A number counts only as a whole: digits inside a
/// longer number, a decimal or a code of letters and digits do not.
/// </summary>
internal static partial class PrivacyPatterns
{
    private const int ExcerptBefore = 10;

    /// <summary>All findings in the order of the text.</summary>
    /// <param name="field">Name of the field, for the findings.</param>
    /// <param name="text">Plain text.</param>
    /// <param name="today">Nobody is born after it.</param>
    public static IReadOnlyList<PrivacyFinding> Scan(string field, string text, DateOnly today)
    {
        var plain = WithPlainDigits(text);
        var findings = new List<PrivacyFinding>();
        var taken = new List<Match>();
        Collect(IdNumbers(), match => KindOfId(match.Value, today));
        Collect(BankCards(), match => IsBankCard(match.Value) ? PrivacyKind.BankCard : null);
        Collect(Mobiles(), _ => PrivacyKind.Mobile);
        Collect(Emails(), _ => PrivacyKind.Email);
        findings.Sort((a, b) => a.Position.CompareTo(b.Position));
        return findings;

        void Collect(Regex pattern, Func<Match, PrivacyKind?> classify)
        {
            foreach (Match match in pattern.Matches(plain))
            {
                if (!taken.Exists(other => match.Index < other.Index + other.Length && other.Index < match.Index + match.Length)
                    && classify(match) is { } kind)
                {
                    taken.Add(match);
                    findings.Add(new PrivacyFinding(kind, field, match.Index, ExcerptOf(text, match)));
                }
            }
        }
    }

    private static PrivacyKind? KindOfId(string match, DateOnly today)
    {
        var number = WithoutSeparators(match);
        if (!ChineseIdNumber.HasBirthDate(number, today))
        {
            return null;
        }

        return ChineseIdNumber.HasCheckSign(number) ? PrivacyKind.IdNumber
            : ChineseIdNumber.HasProvince(number) ? PrivacyKind.IdNumberLike : null;
    }

    /// <summary>
    /// Cards in use begin with 3 to 6 or with 9558, those of 18 digits with 62; a Luhn sum alone would stop one case
    /// number in ten.
    /// </summary>
    private static bool IsBankCard(string match)
    {
        var number = WithoutSeparators(match);
        var isIssued = number.Length == 18
            ? number.StartsWith("62", StringComparison.Ordinal)
            : number[0] is >= '3' and <= '6' || number.StartsWith("9558", StringComparison.Ordinal);
        return isIssued && HasLuhnSum(number);
    }

    private static bool HasLuhnSum(string number)
    {
        var sum = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var digit = number[^(i + 1)] - '0';
            var weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return sum % 10 == 0;
    }

    private static string WithoutSeparators(string number) =>
        number.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    /// <summary>Full-width digits, letters and signs as plain ones; every character keeps its place.</summary>
    private static string WithPlainDigits(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = source[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(source[i] - '\uFF01' + '!') : source[i];
        }
    });

    private static string ExcerptOf(string text, Match match)
    {
        var start = Math.Max(0, match.Index - ExcerptBefore);
        var value = match.Value;
        var shown = Math.Min(4, value.Length / 3);
        return (start > 0 ? "…" : "") + text[start..match.Index] + value[..shown] + new string('*', value.Length - (2 * shown)) + value[^shown..];
    }

    [GeneratedRegex(@"(?<![0-9A-Za-z.])[1-9][0-9]{5}[ -]?[0-9]{8}[ -]?[0-9]{3}[0-9Xx](?![0-9A-Za-z])")]
    private static partial Regex IdNumbers();

    // Groups of four are taken only for the prefix of UnionPay: four columns of a table look the same otherwise.
    [GeneratedRegex(@"(?<![0-9A-Za-z.])(?:[0-9]{16,19}|62[0-9]{2}([ -])[0-9]{4}\1[0-9]{4}\1[0-9]{4}(?:\1[0-9]{1,3})?)(?![0-9A-Za-z])")]
    private static partial Regex BankCards();

    [GeneratedRegex(@"(?<![0-9A-Za-z.])(?:(?:\+|00)?86[ -]?)?1[3-9][0-9](?:[0-9]{8}|[ -][0-9]{4}[ -][0-9]{4})(?![0-9A-Za-z])")]
    private static partial Regex Mobiles();

    [GeneratedRegex(@"(?<![0-9A-Za-z._%+-])[0-9A-Za-z._%+-]{1,64}@[0-9A-Za-z-]{1,63}(?:\.[0-9A-Za-z-]{1,63})+")]
    private static partial Regex Emails();
}
