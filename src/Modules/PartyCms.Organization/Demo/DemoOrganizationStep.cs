using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Recipes;
using PartyCms.Kernel.Time;
using PartyCms.Organization.Contracts;
using PartyCms.Organization.Members;
using PartyCms.Organization.Tree;

namespace PartyCms.Organization.Demo;

/// <summary>
/// Step <c>demo-organization</c>: the invented town of 42 branches and 668 members (S3-01 to S3-03). The same bytes come
/// out every time; names are recognisably made up.
/// </summary>
internal sealed class DemoOrganizationStep(CmsDbContext db, OrgTree tree, SiteTime time) : IRecipeStep
{
    private const int Seed = 668;

    private static readonly JsonSerializerOptions Options = new() { Converters = { new JsonStringEnumConverter() } };

    public string Name => "demo-organization";

    public async Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken)
    {
        await using var stream = typeof(DemoOrganizationStep).Assembly.GetManifestResourceStream("demo-organization.json")!;
        var demo = (await JsonSerializer.DeserializeAsync<DemoOrganization>(stream, Options, cancellationToken))!;
        var random = new Random(Seed);
        var position = 0;
        var root = NewUnit(demo.Root, null, random, position++);
        await tree.AddAsync(root, cancellationToken);
        var committees = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var committee in demo.Committees)
        {
            var unit = NewUnit(committee, root.Id, random, position++);
            await tree.AddAsync(unit, cancellationToken);
            committees.Add(committee.Slug, unit.Id);
        }

        var members = 0;
        foreach (var branch in demo.Branches)
        {
            var unit = NewUnit(branch, branch.Parent is { } parent ? committees[parent] : root.Id, random, position++);
            await tree.AddAsync(unit, cancellationToken);
            db.AddRange(Enumerable.Range(1, branch.Members).Select(number => NewMember(unit.Id, number, random)));
            members += branch.Members;
        }

        report.Apply($"Invented {demo.Branches.Count} branches with {members} members.");
    }

    private static OrgUnit NewUnit(DemoUnit unit, Guid? parent, Random random, int position) => new()
    {
        Id = NewId(random),
        ParentId = parent,
        Slug = unit.Slug,
        Name = unit.Name,
        Kind = unit.Kind,
        HostKind = unit.HostKind,
        HostName = unit.HostName,
        IsNetworkBranch = unit.IsNetwork,
        Intro = unit.Intro ?? "",
        Position = position,
    };

    private Member NewMember(Guid branch, int number, Random random) => new()
    {
        Id = NewId(random),
        Name = DemoNames.Next(random),
        BranchId = branch,
        AffiliatedOn = time.Today.AddDays(-random.Next(60, 6000)),
        IsProbationary = random.Next(100) < 4,
        Position = number,

        // Easy to guess for whoever tries the demo: 1001 for the first of each roster, and so on.
        ProofCode = (1000 + number).ToString(CultureInfo.InvariantCulture),
    };

    private static Guid NewId(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return new Guid(bytes);
    }

    internal sealed record DemoOrganization(DemoUnit Root, IReadOnlyList<DemoUnit> Committees, IReadOnlyList<DemoUnit> Branches);

    internal sealed record DemoUnit(
        string Slug, string Name, OrgUnitKind Kind, string? Parent,
        HostKind? HostKind, string? HostName, bool IsNetwork, int Members, string? Intro);
}
