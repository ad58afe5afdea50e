using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PartyCms.Learning.Boards;

/// <summary>One who agreed to stand on a board, with the value reached.</summary>
internal sealed record BoardEntry(Guid MemberId, string Name, int Value);

/// <summary>All who reached the same value.</summary>
internal sealed record BoardGroup(int Place, int Value, IReadOnlyList<string> Names);

/// <summary>A board as it is shown; hidden where too few agreed for anybody to be one among others.</summary>
internal sealed record Board(bool IsHidden, IReadOnlyList<BoardGroup> Groups);

/// <summary>How a board is made (domain 6.5): groups of equal value, the top ten, no bottom.</summary>
internal static class BoardRules
{
    public const int FewestMembers = 5;

    public const int MostGroups = 10;

    private const int DaysShownAfterMonth = 90;

    public static Board Make(IReadOnlyCollection<BoardEntry> agreed, DateOnly today) => agreed.Count < FewestMembers
        ? new Board(true, [])
        : new Board(
            false,
            [
                .. agreed.Where(entry => entry.Value > 0).GroupBy(entry => entry.Value).OrderByDescending(group => group.Key)
                    .Take(MostGroups)
                    .Select((group, index) => new BoardGroup(
                        index + 1, group.Key, [.. group.OrderBy(entry => Turn(entry.MemberId, today)).Select(entry => entry.Name)])),
            ]);

    /// <summary>Place of a value among the groups, from 1; shown to its owner only.</summary>
    public static int PlaceOf(int value, IEnumerable<BoardEntry> agreed) =>
        agreed.Select(entry => entry.Value).Where(other => other > value).Distinct().Count() + 1;

    /// <summary>First character and a cross.</summary>
    public static string Mask(string name) =>
        name.Length == 0 ? "×" : StringInfo.GetNextTextElement(name) + "×";

    /// <summary>Whether the board of a month or a year that ended here is still shown; it goes after ninety days (domain 6.5.7).</summary>
    public static bool IsShown(DateOnly firstDay, DateOnly endsBefore, DateOnly today) =>
        firstDay <= today && today < endsBefore.AddDays(DaysShownAfterMonth);

    // Another order each day, so that nobody of equal value always stands last.
    private static string Turn(Guid memberId, DateOnly today) => Convert.ToHexString(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{today.DayNumber} {memberId:N}"))));
}
