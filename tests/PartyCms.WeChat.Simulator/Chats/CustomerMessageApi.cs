using System.Text.Json;
using PartyCms.WeChat.Simulator.Accounts;
using PartyCms.WeChat.Simulator.Followers;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Chats;

/// <summary>What the account writes to one follower after they did something (客服消息).</summary>
internal static class CustomerMessageApi
{
    public static IEnumerable<ApiRoute> Routes =>
    [
        ApiRoute.Post("/cgi-bin/message/custom/send", Send) with { DailyLimit = 500_000, Permission = Permission.Verified },
        ApiRoute.Post("/cgi-bin/message/custom/typing", Type) with { DailyLimit = 500_000, Permission = Permission.Verified },
    ];

    private static ApiAnswer Send(ApiCall call)
    {
        var person = Recipient(call);
        var message = Read(call, call.Json.Text("msgtype", 40008, "invalid message type"));
        switch (call.World.CustomerWindows.TryUse(person.OpenId))
        {
            case false:
                throw new Refusal(45015, "response out of time limit or subscription is canceled");
            case null:
                throw new Refusal(45047, "out of response count limit");
        }

        call.World.Chats.Add(person.OpenId, message);
        return ApiAnswer.Ok();
    }

    private static ApiAnswer Type(ApiCall call)
    {
        var person = Recipient(call);
        var command = call.Json.Text("command", 45072, "command not support");
        if (command is not ("Typing" or "CancelTyping"))
        {
            throw new Refusal(45072, "command not support");
        }

        return call.World.CustomerWindows.Left(person.OpenId) > 0
            ? ApiAnswer.Ok()
            : throw new Refusal(45080, "the user has not sent a message for a while");
    }

    private static Follower Recipient(ApiCall call)
    {
        var person = call.World.Followers.Require(call.Json.Text("touser", 40003, "invalid openid"));
        return person.IsFollowing ? person : throw new Refusal(45015, "response out of time limit or subscription is canceled");
    }

    private static ChatMessage Read(ApiCall call, string type)
    {
        var content = call.Json.Member(type) is { ValueKind: JsonValueKind.Object } found
            ? found
            : throw new Refusal(44004, "empty content");
        var message = new ChatMessage(call.Now, IsFromAccount: true, type) { Source = "custom" };
        return type switch
        {
            "text" => message with { Text = content.Text("content", 44004, "empty content") },
            "image" or "voice" => message with { MediaId = Media(call, content) },
            "video" => message with { MediaId = Media(call, content), Text = content.OptionalText("title") ?? "" },
            "music" => message with { Text = content.OptionalText("title") ?? "", Url = content.Text("musicurl") },
            "news" => message with { Cards = [Card(content)] },
            "mpnews" => message with { Kind = "news", Cards = DraftCards(call, content) },
            "mpnewsarticle" => message with { Kind = "news", Cards = ArticleCards(call, content) },
            "msgmenu" => message with
            {
                Kind = "choices",
                Text = content.OptionalText("head_content") ?? "",
                Tail = content.OptionalText("tail_content") ?? "",
                Rows = [.. content.List("list", 44004, "empty content").Select(item => (Id(item), item.Text("content")))],
            },
            "miniprogrampage" => message with
            {
                Kind = "news",
                Cards = [new ChatCard(content.OptionalText("title") ?? "", "小程序", "", content.Text("pagepath"))],
            },
            _ => throw new Refusal(40008, "invalid message type"),
        };
    }

    private static ChatCard Card(JsonElement content)
    {
        var articles = content.List("articles", 44003, "empty news data");
        return articles.Count == 1
            ? new ChatCard(
                articles[0].Text("title"),
                articles[0].OptionalText("description") ?? "",
                articles[0].OptionalText("picurl") ?? "",
                articles[0].Text("url"))
            : throw new Refusal(45008, "article size out of limit");
    }

    private static IReadOnlyList<ChatCard> DraftCards(ApiCall call, JsonElement content) =>
        [.. call.World.Drafts.Require(content).Articles.Select(article => article.ToCard())];

    private static IReadOnlyList<ChatCard> ArticleCards(ApiCall call, JsonElement content)
    {
        var articleId = content.Text("article_id", 53600, "invalid article id");
        var job = call.World.Publications.Readable.FirstOrDefault(job => job.ArticleId == articleId)
            ?? throw new Refusal(53600, "invalid article id");
        return [.. job.Articles.Select(article => article.ToCard())];
    }

    private static string Media(ApiCall call, JsonElement content) =>
        call.World.Materials.Find(content.Text("media_id", 40007, "invalid media_id"))?.MediaId ?? throw Refusal.BadMediaId();

    private static string Id(JsonElement item) => item.Member("id") switch
    {
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        _ => throw new Refusal(40097, "invalid args"),
    };
}
