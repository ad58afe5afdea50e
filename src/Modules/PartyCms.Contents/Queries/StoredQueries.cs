using System.Text.Json;
using System.Text.Json.Nodes;
using PartyCms.Kernel.Content;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Recipes;

namespace PartyCms.Contents.Queries;

/// <summary>
/// Step <c>queries</c>: keeps the named queries of recipes and gives them out again. Those that ask for the newest items
/// of a type are answered at <c>/api/queries/{name}</c>.
/// </summary>
internal sealed class StoredQueries(CmsDbContext db) : IRecipeStep, IRecipeExport
{
    public string Name => "queries";

    public IReadOnlyList<string> Lists => ["Queries"];

    public bool IsOpenToImport => true;

    public int Position => 40;

    public void Check(JsonObject step, RecipeReport report)
    {
        foreach (var (path, query) in step.ObjectsOf("Queries"))
        {
            if (query.TextOf("Name")?.Trim() is not { Length: > 0 and <= StoredQuery.NameLength })
            {
                report.Refuse(
                    new RecipeMessage(
                        "bad-query",
                        $"这个查询没有名称，或名称超过 {StoredQuery.NameLength} 个字，请改正 Name。",
                        FormattableString.Invariant($"A query needs a Name of at most {StoredQuery.NameLength} characters.")),
                    path);
            }
        }
    }

    public async Task RunAsync(JsonObject step, RecipeReport report, CancellationToken cancellationToken)
    {
        var (total, answered) = (0, 0);
        foreach (var (path, query) in step.ObjectsOf("Queries"))
        {
            var name = query.TextOf("Name")!.Trim();
            total++;
            await PutAsync(name, query.ToJsonString(ContentJson.Options), cancellationToken);
            if (NewestOfType.Read(query.TextOf("Source") ?? "", query.TextOf("Template") ?? "") is not null)
            {
                answered++;
                continue;
            }

            report.PassOver(
                new RecipeMessage(
                    "kept",
                    $"查询“{name}”已保留，但本站只能执行“某类型最新的几条”，它不会有结果。",
                    $"The query '{name}' was kept, but this site answers only queries for the newest items of one type."),
                path);
        }

        report.Apply(
            new RecipeMessage("done", $"{total} 个查询，其中 {answered} 个可以执行。", $"{total} queries, {answered} of them can be run."),
            ("total", total), ("runnable", answered));
    }

    /// <summary>What a stored query asks for, or null where there is none or it is not understood.</summary>
    public async Task<NewestOfType?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var key = KeyOf(name);
        var json = await db.Set<StoredQuery>().AsNoTracking().Where(query => query.Key == key)
            .Select(query => query.Json).FirstOrDefaultAsync(cancellationToken);
        return json is not null && JsonNode.Parse(json) is JsonObject query
            ? NewestOfType.Read(query.TextOf("Source") ?? "", query.TextOf("Template") ?? "")
            : null;
    }

    public async Task WriteAsync(Utf8JsonWriter steps, ExportScope scope, CancellationToken cancellationToken)
    {
        var queries = await db.Set<StoredQuery>().AsNoTracking().ToListAsync(cancellationToken);
        if (scope.IsWholeSite && queries.Count > 0)
        {
            new JsonObject
            {
                ["name"] = Name,
                ["Queries"] = new JsonArray(
                    [.. queries.OrderBy(query => query.Key, StringComparer.Ordinal).Select(query => JsonNode.Parse(query.Json))]),
            }.WriteTo(steps, ContentJson.Options);
        }
    }

    private static string KeyOf(string name) => name.ToLowerInvariant();

    private async Task PutAsync(string name, string json, CancellationToken cancellationToken)
    {
        var stored = await db.Set<StoredQuery>().FindAsync([KeyOf(name)], cancellationToken);
        if (stored is null)
        {
            db.Add(new StoredQuery { Key = KeyOf(name), Name = name, Json = json });
        }
        else
        {
            (stored.Name, stored.Json) = (name, json);
        }
    }
}
