using System.Text.Json.Nodes;
using PartyCms.Kernel.Audit;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Recipes;

namespace PartyCms.Recipes.Keeping;

/// <summary>Keeps what means nothing here, and gives it out again as the steps it came in.</summary>
internal sealed class KeptDocuments(CmsDbContext db, AuditLog audit)
{
    /// <summary>Kind of the sections of the <c>settings</c> step that this site does not know.</summary>
    public const string Settings = "settings";

    /// <summary>Keeps the things of a step; a thing of the same name takes the old one's place.</summary>
    /// <returns>How many things the step holds.</returns>
    public async Task<int> KeepAsync(JsonObject step, string stepName, RecipeReport report, CancellationToken cancellationToken)
    {
        var kind = KeptKinds.Of(stepName);
        var copy = step.DeepClone().AsObject();
        copy.Remove(copy.Property("name").Name);
        foreach (var place in Secrets.RemoveFrom(copy))
        {
            report.Warn(
                new RecipeMessage(
                    "secret-removed",
                    "密钥或密码不会保存，已从保留的内容里去掉。",
                    "Secrets are never stored; it was taken out of what is kept."),
                place);
        }

        var things = Things(kind, copy).ToList();
        await KeepAsync(kind.Name, things, cancellationToken);
        return things.Count;
    }

    /// <summary>Keeps things of a kind by name.</summary>
    public async Task KeepAsync(string kind, IReadOnlyList<(string Name, JsonNode Thing)> things, CancellationToken cancellationToken)
    {
        var rows = await db.Set<KeptDocument>().Where(row => row.Kind == kind)
            .ToDictionaryAsync(row => row.Name, StringComparer.Ordinal, cancellationToken);
        var next = rows.Values.Select(row => row.Position).DefaultIfEmpty(-1).Max() + 1;
        foreach (var (name, thing) in things)
        {
            var key = name.Length <= KeptDocument.NameLength ? name : name[..KeptDocument.NameLength];
            var json = thing.ToJsonString(ContentJson.Options);
            if (rows.TryGetValue(key, out var row))
            {
                row.Json = json;
            }
            else
            {
                rows[key] = row = new KeptDocument { Kind = kind, Name = key, Position = next++, Json = json };
                db.Add(row);
            }
        }
    }

    /// <summary>How many things are kept.</summary>
    public Task<int> CountAsync(CancellationToken cancellationToken) => db.Set<KeptDocument>().CountAsync(cancellationToken);

    /// <summary>All of them, by kind and place.</summary>
    public async Task<IReadOnlyList<KeptDocument>> ListAsync(CancellationToken cancellationToken) =>
        await db.Set<KeptDocument>().AsNoTracking().OrderBy(row => row.Kind).ThenBy(row => row.Position).ToListAsync(cancellationToken);

    /// <summary>Forgets one; false where it is not there.</summary>
    public async Task<bool> DeleteAsync(string kind, string name, CancellationToken cancellationToken)
    {
        if (await db.Set<KeptDocument>().FindAsync([kind, name], cancellationToken) is not { } row)
        {
            return false;
        }

        db.Remove(row);
        audit.Add("recipe.kept-deleted", kind, name);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>The steps that give everything out again, kinds in the order of their names.</summary>
    public async Task<IReadOnlyList<JsonObject>> ToStepsAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Set<KeptDocument>().AsNoTracking().Where(row => row.Kind != Settings).ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(row => row.Kind, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
                .SelectMany(group => ToSteps(KeptKinds.Of(group.Key), [.. group.OrderBy(row => row.Position)])),
        ];
    }

    /// <summary>The kept sections of the settings.</summary>
    public async Task<IReadOnlyList<(string Name, JsonNode? Value)>> SettingsAsync(CancellationToken cancellationToken) =>
    [
        .. (await db.Set<KeptDocument>().AsNoTracking().Where(row => row.Kind == Settings).OrderBy(row => row.Position)
            .ToListAsync(cancellationToken)).Select(row => (row.Name, JsonNode.Parse(row.Json))),
    ];

    private static IEnumerable<(string Name, JsonNode Thing)> Things(KeptKind kind, JsonObject step) => kind.Shape switch
    {
        KeptShape.List => step.ObjectsOf(kind.Property).Select((element, index) => (NameOf(kind, element.Node, index), (JsonNode)element.Node)),
        KeptShape.Map => Values(step.Property(kind.Property).Value as JsonObject ?? []),
        KeptShape.Properties => Values(step),
        _ => [(kind.Key.Length > 0 ? step.TextOf(kind.Key) ?? "" : "", step)],
    };

    private static IEnumerable<(string Name, JsonNode Thing)> Values(JsonObject map) =>
        from property in map
        where property.Value is not null
        select (property.Key, property.Value);

    // Lucene indexes are objects whose one property is their name; what has no name at all is told apart by its place.
    private static string NameOf(KeptKind kind, JsonObject element, int index) =>
        kind.Key.Length == 0 ? element.Select(property => property.Key).FirstOrDefault() ?? ""
        : element.TextOf(kind.Key) is { Length: > 0 } name ? name
        : FormattableString.Invariant($"#{index}");

    private static IEnumerable<JsonObject> ToSteps(KeptKind kind, IReadOnlyList<KeptDocument> rows)
    {
        if (kind.Shape == KeptShape.Whole)
        {
            foreach (var row in rows)
            {
                yield return WithName(kind.Name, JsonNode.Parse(row.Json)!.AsObject());
            }
        }
        else if (kind.Shape == KeptShape.List)
        {
            yield return new JsonObject
            {
                ["name"] = kind.Name, [kind.Property] = new JsonArray([.. rows.Select(row => JsonNode.Parse(row.Json))]),
            };
        }
        else
        {
            var map = new JsonObject();
            foreach (var row in rows)
            {
                map[row.Name] = JsonNode.Parse(row.Json);
            }

            yield return kind.Shape == KeptShape.Map
                ? new JsonObject { ["name"] = kind.Name, [kind.Property] = map }
                : WithName(kind.Name, map);
        }
    }

    private static JsonObject WithName(string name, JsonObject properties)
    {
        var step = new JsonObject { ["name"] = name };
        foreach (var (key, value) in properties)
        {
            step[key] = value?.DeepClone();
        }

        return step;
    }
}
