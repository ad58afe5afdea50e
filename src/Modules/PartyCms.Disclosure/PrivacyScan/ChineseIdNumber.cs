using System.Collections.Frozen;
using System.Globalization;

namespace PartyCms.Disclosure.PrivacyScan;

/// <summary>The citizen identity number of GB 11643: six digits of region, eight of birth date, three of order, one check sign.</summary>
internal static class ChineseIdNumber
{
    private const string CheckSigns = "10X98765432";

    private static readonly FrozenSet<string> Provinces = FrozenSet.ToFrozenSet(
    [
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44",
        "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83",
    ]);

    /// <summary>Whether the birth date exists and lies between 1900 and today.</summary>
    public static bool HasBirthDate(ReadOnlySpan<char> number, DateOnly today) =>
        DateOnly.TryParseExact(number.Slice(6, 8), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth)
        && birth.Year >= 1900 && birth <= today;

    /// <summary>Whether the last sign is the one that the first seventeen digits ask for (ISO 7064, MOD 11-2).</summary>
    public static bool HasCheckSign(ReadOnlySpan<char> number)
    {
        var remainder = 0;
        foreach (var digit in number[..17])
        {
            remainder = ((remainder + (digit - '0')) * 2) % 11;
        }

        return char.ToUpperInvariant(number[17]) == CheckSigns[remainder];
    }

    /// <summary>Whether it begins with the code of a province.</summary>
    public static bool HasProvince(ReadOnlySpan<char> number) =>
        Provinces.GetAlternateLookup<ReadOnlySpan<char>>().Contains(number[..2]);
}
