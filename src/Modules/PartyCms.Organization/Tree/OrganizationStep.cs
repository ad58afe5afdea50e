using System.Text.Json;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Recipes;
using PartyCms.Organization.Contracts;

namespace PartyCms.Organization.Tree;

/// <summary>
/// Step <c>organization</c>: the units of the tree, without their members, so that what belongs to a branch finds it on
/// another site. Units are known by their ids; one that is here already takes the file's names.
/// </summary>
internal sealed class OrganizationStep(CmsDbContext db, OrgTree tree, RecipeSurroundings surroundings, AuditLog audit)
    : IRecipeStep, IRecipeExport
{
    public string Name => "organization";

    public IReadOnlyList<string> Lists => ["Units"];

    public bool IsOpenToImport => true;

    public int Position => 10;

    public void Check(JsonObject step, RecipeReport report)
    {
        foreach (var (path, unit) in step.ObjectsOf("Units"))
        {
            if (IdOf(unit, "Id") is null || !IsText(unit.TextOf("Name"), OrgUnitConfiguration.NameLength) || !IsText(unit.TextOf("Slug"), 64)
                || !Enum.TryParse<OrgUnitKind>(unit.TextOf("Kind"), out _))
            {
                report.Refuse(
                    new RecipeMessage(
                        "bad-unit",
                        "这个组织缺少编号（Id）、名称、网址名（Slug）或类别（Kind），请改正。",
                        "A unit needs an Id, a Name, a Slug and a known Kind."),
                    path);
            }
        }
    }

    public async Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken)
    {
        surroundings.AtEnd(tree.Forget);
        var known = await db.Set<OrgUnit>().ToDictionaryAsync(unit => unit.Id, cancellationToken);
        var slugs = known.Values.ToDictionary(unit => unit.Slug, unit => unit.Id, StringComparer.Ordinal);
        var (added, changed, total) = (0, 0, 0);
        foreach (var (path, json) in step.ObjectsOf("Units"))
        {
            total++;
            var id = IdOf(json, "Id")!.Value;
            var slug = json.TextOf("Slug")!;
            if (slugs.TryGetValue(slug, out var owner) && owner != id)
            {
                report.Refuse(
                    new RecipeMessage(
                        "slug-in-use",
                        $"组织“{json.TextOf("Name")}”的网址名 {slug} 已被本站另一个组织使用。请先改名，或改文件。",
                        $"The slug '{slug}' of '{json.TextOf("Name")}' belongs to another unit here. Rename one of them."),
                    path);
                continue;
            }

            if (known.TryGetValue(id, out var unit))
            {
                if (Fill(unit, json))
                {
                    await tree.SaveAsync(unit, cancellationToken);
                    audit.Add("organization.imported", id.ToString("N"), unit.Name);
                    changed++;
                }

                continue;
            }

            var parent = IdOf(json, "ParentId");
            if (parent is { } above && !known.ContainsKey(above))
            {
                report.Refuse(
                    new RecipeMessage(
                        "unknown-parent",
                        $"组织“{json.TextOf("Name")}”的上级不在文件前面，也不在本站。",
                        $"The parent of '{json.TextOf("Name")}' stands neither before it in the file nor on this site."),
                    path);
                continue;
            }

            unit = new OrgUnit { Id = id, ParentId = parent, Slug = slug, Name = json.TextOf("Name")! };
            Fill(unit, json);
            await tree.AddAsync(unit, cancellationToken);
            audit.Add("organization.imported", id.ToString("N"), unit.Name);
            (known[id], slugs[slug]) = (unit, id);
            added++;
        }

        report.Apply(
            new RecipeMessage(
                "done", $"{total} 个组织：新增 {added}，更新 {changed}。", $"{total} units: {added} added, {changed} updated."),
            ("total", total), ("added", added), ("updated", changed));
    }

    public async Task WriteAsync(Utf8JsonWriter steps, ExportScope scope, CancellationToken cancellationToken)
    {
        var units = await db.Set<OrgUnit>().AsNoTracking().ToListAsync(cancellationToken);
        if (!scope.IsWholeSite || units.Count == 0)
        {
            return;
        }

        var below = units.ToLookup(unit => unit.ParentId);
        var ordered = new JsonArray();
        Add(null);
        new JsonObject { ["name"] = Name, ["Units"] = ordered }.WriteTo(steps, ContentJson.Options);

        // Parents before their children, so that an import can take them one after the other.
        void Add(Guid? parent)
        {
            foreach (var unit in below[parent].OrderBy(unit => unit.Position).ThenBy(unit => unit.Id))
            {
                ordered.Add(Write(unit));
                Add(unit.Id);
            }
        }
    }

    private static JsonObject Write(OrgUnit unit) => new()
    {
        ["Id"] = unit.Id.ToString(),
        ["ParentId"] = unit.ParentId?.ToString(),
        ["Slug"] = unit.Slug,
        [nameof(OrgUnit.Name)] = unit.Name,
        ["Kind"] = unit.Kind.ToString(),
        ["HostKind"] = unit.HostKind?.ToString(),
        ["HostName"] = unit.HostName,
        ["IsNetworkBranch"] = unit.IsNetworkBranch,
        ["Intro"] = unit.Intro,
        [nameof(OrgUnit.Position)] = unit.Position,
    };

    // Where a unit stands in the tree is a matter of rights; a file never moves one.
    private static bool Fill(OrgUnit unit, JsonObject json)
    {
        var before = Write(unit);
        unit.Slug = json.TextOf("Slug")!;
        unit.Name = json.TextOf("Name")!;
        unit.Kind = Enum.Parse<OrgUnitKind>(json.TextOf("Kind")!);
        unit.HostKind = Enum.TryParse<HostKind>(json.TextOf("HostKind"), out var host) ? host : null;
        unit.HostName = Shorten(json.TextOf("HostName"), OrgUnitConfiguration.NameLength);
        unit.IsNetworkBranch = json.FlagOf("IsNetworkBranch");
        unit.Intro = Shorten(json.TextOf("Intro"), OrgUnitConfiguration.IntroLength) ?? "";
        unit.Position = json.Property("Position").Value is JsonValue value && value.TryGetValue<int>(out var position) ? position : 0;
        return !JsonNode.DeepEquals(before, Write(unit));
    }

    private static bool IsText(string? text, int longest) => !string.IsNullOrWhiteSpace(text) && text.Length <= longest;

    private static string? Shorten(string? text, int longest) => text is null || text.Length <= longest ? text : text[..longest];

    private static Guid? IdOf(JsonObject json, string name) => Guid.TryParse(json.TextOf(name), out var id) ? id : null;
}
