using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PartyCms.Kernel.Content;

namespace PartyCms.Contents.Queries;

/// <summary>
/// The one question that queries of real sites mostly ask: the newest items of one type. It is read out of their SQL or
/// search templates; nothing of a template is ever executed.
/// </summary>
/// <param name="ContentType">Type of the items.</param>
/// <param name="Limit">How many, where the caller does not say.</param>
internal sealed partial record NewestOfType(string ContentType, int Limit)
{
    private const int DefaultLimit = 10;

    private const int LargestLimit = 100;

    /// <summary>What a query asks for, or null where it asks for anything else.</summary>
    /// <param name="source">Where it would run: <c>Sql</c>, <c>Lucene</c> or <c>Elasticsearch</c>.</param>
    /// <param name="template">Its template.</param>
    public static NewestOfType? Read(string source, string template) =>
        source.Equals("Sql", StringComparison.OrdinalIgnoreCase) ? FromSql(template)
        : source.Equals("Lucene", StringComparison.OrdinalIgnoreCase) || source.Equals("Elasticsearch", StringComparison.OrdinalIgnoreCase)
            ? FromSearch(template)
        : null;

    private static NewestOfType? FromSql(string template) => Sql().Match(template) is { Success: true } match
        ? new(match.Groups["type"].Value, Bounded(match.Groups["limit"].Value))
        : null;

    private static NewestOfType? FromSearch(string template)
    {
        try
        {
            if (JsonNode.Parse(template) is not JsonObject search
                || search.Any(property => property.Key is not ("query" or "sort" or "size"))
                || !IsNewestFirst(search["sort"])
                || search["query"] is not JsonObject { Count: 1 } query)
            {
                return null;
            }

            List<JsonNode?> clauses = query["bool"] is JsonObject { Count: 1 } all && (all["must"] ?? all["filter"]) is JsonArray list
                ? [.. list]
                : [query];
            string? type = null;
            foreach (var clause in clauses)
            {
                if (clause is not JsonObject { Count: 1 } || clause["term"] is not JsonObject { Count: 1 } term)
                {
                    return null;
                }

                var (field, value) = term.Single();
                var text = value is JsonObject { Count: 1 } wrapped ? wrapped["value"]?.ToString() : value?.ToString();
                switch (field)
                {
                    case "Content.ContentItem.ContentType" when type is null:
                        type = text;
                        break;
                    case "Content.ContentItem.Published" or "Content.ContentItem.Latest"
                        when string.Equals(text, "true", StringComparison.OrdinalIgnoreCase):
                        break;
                    default:
                        return null;
                }
            }

            return string.IsNullOrEmpty(type) ? null : new(type, Bounded(search["size"]?.ToString() ?? ""));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static bool IsNewestFirst(JsonNode? sort)
    {
        var order = sort is JsonArray { Count: 1 } list ? list[0] : sort;
        if (order is not JsonObject { Count: 1 } by)
        {
            return false;
        }

        var (field, direction) = by.Single();
        return field is "Content.ContentItem.CreatedUtc" or "Content.ContentItem.PublishedUtc" or "Content.ContentItem.ModifiedUtc"
            && (direction is JsonObject detail ? detail.Text("order") : direction?.ToString()) is "desc";
    }

    private static int Bounded(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0 ? Math.Min(limit, LargestLimit) : DefaultLimit;

    [GeneratedRegex(
        @"\A\s*SELECT\s+DocumentId\s+FROM\s+ContentItemIndex\s+WHERE\s+ContentType\s*=\s*'(?<type>[A-Za-z0-9_]{1,128})'"
        + @"(\s+AND\s+(Published|Latest)\s*=\s*(1|true)){0,2}"
        + @"\s+ORDER\s+BY\s+(CreatedUtc|PublishedUtc|ModifiedUtc)\s+DESC(\s+LIMIT\s+(@limit:)?(?<limit>[0-9]{1,4}))?\s*;?\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex Sql();
}
