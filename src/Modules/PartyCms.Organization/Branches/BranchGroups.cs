using PartyCms.Kernel.Text;
using PartyCms.Organization.Contracts;

namespace PartyCms.Organization.Branches;

/// <summary>One heading of the directory with its branches.</summary>
/// <param name="Above">The unit they belong to, or null.</param>
/// <param name="Branches">Branches in official order.</param>
internal sealed record BranchGroup(BranchInfo? Above, IReadOnlyList<BranchInfo> Branches);

/// <summary>Sorts the branches under the units they belong to.</summary>
internal static class BranchGroups
{
    /// <summary>Groups in order of the units above; only branches whose own or host's name holds the words.</summary>
    /// <param name="units">All units, in official order.</param>
    /// <param name="words">What a reader looks for, in either script; nothing stands for all.</param>
    public static IReadOnlyList<BranchGroup> Of(IReadOnlyList<BranchInfo> units, string? words)
    {
        var wanted = SearchText.Normalize(words?.Trim() ?? "");
        var places = units.Select((unit, place) => (unit.Id, place)).ToDictionary(pair => pair.Id, pair => pair.place);
        return
        [
            .. units.Where(unit => unit.IsBranch && Holds(unit, wanted))
                .GroupBy(unit => unit.ParentId)
                .OrderBy(group => group.Key is { } above ? places[above] : -1)
                .Select(group => new BranchGroup(units.FirstOrDefault(unit => unit.Id == group.Key), [.. group])),
        ];
    }

    private static bool Holds(BranchInfo unit, string wanted) =>
        SearchText.Normalize(unit.Name).Contains(wanted, StringComparison.Ordinal)
        || (unit.HostName is { } host && SearchText.Normalize(host).Contains(wanted, StringComparison.Ordinal));
}
