using System.Text.Json.Nodes;
using PartyCms.WeChat.Simulator.Accounts;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Publishing;

/// <summary>Publication without telling followers (发布).</summary>
internal static class FreePublishApi
{
    public static IEnumerable<ApiRoute> Routes =>
    [
        ApiRoute.Post("/cgi-bin/freepublish/submit", Submit) with { DailyLimit = 100, Permission = Permission.Verified },
        ApiRoute.Post("/cgi-bin/freepublish/get", Get) with { DailyLimit = 100, Permission = Permission.Verified },
        ApiRoute.Post("/cgi-bin/freepublish/delete", Delete) with { DailyLimit = 10, Permission = Permission.Verified },
        ApiRoute.Post("/cgi-bin/freepublish/getarticle", GetArticle) with { DailyLimit = 100, Permission = Permission.Verified },
        ApiRoute.Post("/cgi-bin/freepublish/batchget", List) with { DailyLimit = 100, Permission = Permission.Verified },
    ];

    private static ApiAnswer Submit(ApiCall call)
    {
        var job = call.World.Publications.Submit(call.World.Drafts.Require(call.Json));
        return ApiAnswer.Ok(new JsonObject
        {
            ["publish_id"] = job.PublishId,
            ["msg_data_id"] = call.World.Ids.Number(2_247_483_647),
        });
    }

    private static ApiAnswer Get(ApiCall call)
    {
        var job = call.World.Publications.Find(call.Json.Text("publish_id", 53502, "invalid publish id"))
            ?? throw new Refusal(53502, "invalid publish id");
        var answer = new JsonObject
        {
            ["publish_id"] = job.PublishId,
            ["publish_status"] = (int)job.Status,
            ["fail_idx"] = new JsonArray([.. job.FailedIndexes.Select(index => (JsonNode)index)]),
        };
        if (job.ArticleId.Length > 0)
        {
            answer["article_id"] = job.ArticleId;
            answer["article_detail"] = new JsonObject
            {
                ["count"] = job.Articles.Count,
                ["item"] = new JsonArray([.. job.Articles.Select((article, index) => new JsonObject
                {
                    ["idx"] = index + 1,
                    ["article_url"] = article.Url,
                })]),
            };
        }

        return ApiAnswer.Json(answer);
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var index = call.Json.OptionalNumber("index") ?? 0;
        return index is >= 0 and <= 8
            && call.World.Publications.TryDelete(call.Json.Text("article_id", 53600, "invalid article id"), (int)index)
            ? ApiAnswer.Ok()
            : throw new Refusal(53600, "invalid article id");
    }

    private static ApiAnswer GetArticle(ApiCall call)
    {
        var articleId = call.Json.Text("article_id", 53600, "invalid article id");
        var job = call.World.Publications.All.FirstOrDefault(job => job.ArticleId == articleId)
            ?? throw new Refusal(53600, "invalid article id");
        return ApiAnswer.Json(new JsonObject { ["news_item"] = Items(job, withContent: true) });
    }

    private static ApiAnswer List(ApiCall call)
    {
        var (offset, count) = call.Json.Page();
        var withContent = !call.Json.Flag("no_content");
        var all = call.World.Publications.Readable;
        JsonNode[] items = [.. all.Skip(offset).Take(count).Select(job => new JsonObject
        {
            ["article_id"] = job.ArticleId,
            ["content"] = new JsonObject { ["news_item"] = Items(job, withContent) },
            ["update_time"] = job.FinishedAt?.ToUnixTimeSeconds(),
        })];
        return ApiAnswer.Json(new JsonObject
        {
            ["item"] = new JsonArray(items),
            ["total_count"] = all.Count,
            ["item_count"] = items.Length,
        });
    }

    private static JsonArray Items(Publication job, bool withContent) =>
        new([.. job.Articles.Select(article => article.ToJson(withContent))]);
}
