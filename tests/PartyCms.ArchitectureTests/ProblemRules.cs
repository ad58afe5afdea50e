using System.Text.RegularExpressions;
using PartyCms.Kernel.Web;
using PartyCms.Web;

namespace PartyCms.ArchitectureTests;

public sealed partial class ProblemRules
{
    private static readonly IReadOnlyList<ProblemKind> Kinds =
        [.. CommonProblems.All, .. SiteModules.All.SelectMany(module => module.Problems)];

    [Fact]
    public void Every_kind_of_problem_stands_in_the_documentation()
    {
        var documented = Documented().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs/api/problems.md")))
            .Select(match => (match.Groups[1].Value, int.Parse(match.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(
            Kinds.Select(kind => (kind.Type, kind.Status)).Order(), documented.Order());
    }

    [Fact]
    public void A_code_means_one_thing() =>
        Assert.Equal(Kinds.Count, Kinds.Select(kind => kind.Code).Distinct(StringComparer.Ordinal).Count());

    [GeneratedRegex(@"^\| `(/problems/[a-z-]+)` \| ([0-9]{3}) \|", RegexOptions.Multiline)]
    private static partial Regex Documented();
}
