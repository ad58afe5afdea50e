using Microsoft.Extensions.DependencyInjection;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Security;
using PartyCms.Organization.Contracts;
using PartyCms.Organization.Tree;

namespace PartyCms.IntegrationTests.Organization;

public sealed class SubtreeTests(CmsFactory site) : IClassFixture<CmsFactory>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task A_scope_holds_exactly_what_stands_below_its_roots_also_after_moves(int seed)
    {
        var random = new Random(seed);
        await site.WithServicesAsync(async services =>
        {
            var db = services.GetRequiredService<CmsDbContext>();
            var tree = services.GetRequiredService<OrgTree>();
            var parents = await GrowAsync(tree, random, 25, seed);
            for (var move = 0; move < 12; move++)
            {
                await MoveAsync(tree, parents, random);
                var roots = parents.Keys.OrderBy(_ => random.Next()).Take(random.Next(0, 4)).ToList();

                var seen = await new PermissionScope(false, roots)
                    .Filter(db.Set<OrgUnit>().AsNoTracking(), db, unit => unit.Id).Select(unit => unit.Id).ToListAsync(Cancel);

                Assert.Equal(parents.Keys.Where(id => IsBelow(id, roots, parents)).Order(), seen.Order());
            }

            return true;
        });
    }

    [Fact]
    public async Task Nothing_moves_below_itself()
    {
        var outcome = await site.WithServicesAsync(async services =>
        {
            var tree = services.GetRequiredService<OrgTree>();
            var (top, below) = (Unit(null, "ring-top"), Unit(null, "ring-below"));
            await tree.AddAsync(top, Cancel);
            below.ParentId = top.Id;
            await tree.AddAsync(below, Cancel);
            return (await tree.MoveAsync(top.Id, below.Id, Cancel), await tree.MoveAsync(top.Id, top.Id, Cancel),
                await tree.MoveAsync(Guid.Empty, top.Id, Cancel));
        });

        Assert.Equal((MoveOutcome.BelowItself, MoveOutcome.BelowItself, MoveOutcome.Unknown), outcome);
    }

    [Fact]
    public async Task Rows_of_the_platform_belong_to_no_subtree() =>
        Assert.False(await site.WithServicesAsync(services =>
        {
            var db = services.GetRequiredService<CmsDbContext>();
            var roots = db.Set<OrgUnit>().Select(unit => unit.Id).ToList();
            return new PermissionScope(false, roots)
                .Filter(db.Set<RoleAssignment>(), db, row => row.OrgUnitId).AnyAsync(row => row.OrgUnitId == null, Cancel);
        }));

    private static async Task<Dictionary<Guid, Guid?>> GrowAsync(OrgTree tree, Random random, int size, int seed)
    {
        var parents = new Dictionary<Guid, Guid?>();
        for (var number = 0; number < size; number++)
        {
            var parent = parents.Count == 0 || random.Next(8) == 0 ? (Guid?)null : parents.Keys.ElementAt(random.Next(parents.Count));
            var unit = Unit(parent, $"random-{seed}-{number}");
            await tree.AddAsync(unit, Cancel);
            parents.Add(unit.Id, parent);
        }

        return parents;
    }

    private static async Task MoveAsync(OrgTree tree, Dictionary<Guid, Guid?> parents, Random random)
    {
        var unit = parents.Keys.ElementAt(random.Next(parents.Count));
        var parent = random.Next(6) == 0 ? (Guid?)null : parents.Keys.ElementAt(random.Next(parents.Count));
        var isRing = parent is { } known && IsBelow(known, [unit], parents);

        Assert.Equal(isRing ? MoveOutcome.BelowItself : MoveOutcome.Moved, await tree.MoveAsync(unit, parent, Cancel));
        parents[unit] = isRing ? parents[unit] : parent;
    }

    private static bool IsBelow(Guid id, List<Guid> roots, Dictionary<Guid, Guid?> parents)
    {
        for (Guid? at = id; at is { } known; at = parents[known])
        {
            if (roots.Contains(known))
            {
                return true;
            }
        }

        return false;
    }

    private static OrgUnit Unit(Guid? parent, string slug) => new()
    {
        Id = Guid.CreateVersion7(),
        ParentId = parent,
        Slug = slug,
        Name = slug,
        Kind = OrgUnitKind.Branch,
    };
}
