using System.Text.Json.Nodes;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Drafts;

/// <summary>Drafts, which every account may write.</summary>
internal static class DraftApi
{
    private const int MostArticles = 8;

    public static IEnumerable<ApiRoute> Routes =>
    [
        ApiRoute.Post("/cgi-bin/draft/add", Add) with { DailyLimit = 1000 },
        ApiRoute.Post("/cgi-bin/draft/get", Get) with { DailyLimit = 500 },
        ApiRoute.Post("/cgi-bin/draft/delete", Delete) with { DailyLimit = 1000 },
        ApiRoute.Post("/cgi-bin/draft/update", Update) with { DailyLimit = 1000 },
        ApiRoute.Get("/cgi-bin/draft/count", Count) with { DailyLimit = 1000 },
        ApiRoute.Post("/cgi-bin/draft/batchget", List) with { DailyLimit = 1000 },
        ApiRoute.Post("/cgi-bin/draft/switch", ReadSwitch),
    ];

    private static ApiAnswer Add(ApiCall call)
    {
        var articles = call.Json.List("articles", 44003, "empty news data");
        if (articles.Count is < 1 or > MostArticles)
        {
            throw new Refusal(44003, "empty news data");
        }

        var isOnly = articles.Count == 1;
        var draft = call.World.Drafts.Add(
            [.. articles.Select(article => ArticleRules.Read(article, call.World, isOnly))], call.World.Origin);
        return ApiAnswer.Json(new JsonObject { ["media_id"] = draft.MediaId, ["item"] = new JsonArray() });
    }

    private static ApiAnswer Get(ApiCall call)
    {
        var draft = call.World.Drafts.Require(call.Json);
        return ApiAnswer.Json(new JsonObject
        {
            ["news_item"] = Items(draft, withContent: true),
            ["create_time"] = draft.UpdatedAt.ToUnixTimeSeconds(),
            ["update_time"] = draft.UpdatedAt.ToUnixTimeSeconds(),
        });
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        call.World.Drafts.Take(call.World.Drafts.Require(call.Json).MediaId);
        return ApiAnswer.Ok();
    }

    private static ApiAnswer Update(ApiCall call)
    {
        var draft = call.World.Drafts.Require(call.Json);
        var index = call.Json.OptionalNumber("index") ?? throw new Refusal(40114, "invalid index value");
        if (call.Json.Member("articles") is not { ValueKind: System.Text.Json.JsonValueKind.Object } json)
        {
            throw new Refusal(44003, "empty news data");
        }

        var article = ArticleRules.Read(json, call.World, draft.Articles.Count == 1);
        return index is >= 0 and < MostArticles && call.World.Drafts.TryReplace(draft.MediaId, (int)index, article)
            ? ApiAnswer.Ok()
            : throw new Refusal(40114, "invalid index value");
    }

    private static ApiAnswer Count(ApiCall call) =>
        ApiAnswer.Json(new JsonObject { ["total_count"] = call.World.Drafts.All.Count });

    private static ApiAnswer List(ApiCall call)
    {
        var (offset, count) = call.Json.Page();
        var withContent = !call.Json.Flag("no_content");
        var all = call.World.Drafts.All;
        JsonNode[] items = [.. all.Skip(offset).Take(count).Select(draft => new JsonObject
        {
            ["media_id"] = draft.MediaId,
            ["content"] = new JsonObject { ["news_item"] = Items(draft, withContent) },
            ["update_time"] = draft.UpdatedAt.ToUnixTimeSeconds(),
        })];
        return ApiAnswer.Json(new JsonObject
        {
            ["item"] = new JsonArray(items),
            ["total_count"] = all.Count,
            ["item_count"] = items.Length,
        });
    }

    private static ApiAnswer ReadSwitch(ApiCall call) =>
        call.Query("checkonly") is "" or "1"
            ? ApiAnswer.Ok(new JsonObject { ["is_open"] = 1 })
            : throw new Refusal(40097, "invalid args");

    private static JsonArray Items(SimulatedDraft draft, bool withContent) =>
        new([.. draft.Articles.Select(article => article.ToJson(withContent))]);
}
