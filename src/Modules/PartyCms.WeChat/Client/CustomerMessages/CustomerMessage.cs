using System.Text.Json.Serialization;
using PartyCms.WeChat.Client.Drafts;

namespace PartyCms.WeChat.Client.CustomerMessages;

/// <summary>A message to one follower who has just done something.</summary>
internal sealed record CustomerMessage
{
    private CustomerMessage(string openId, string type)
    {
        OpenId = openId;
        Type = type;
    }

    [JsonPropertyName("touser")]
    public string OpenId { get; }

    [JsonPropertyName("msgtype")]
    public string Type { get; }

    public CustomerText? Text { get; private init; }

    public MediaReference? Image { get; private init; }

    public MediaReference? Voice { get; private init; }

    public CustomerVideo? Video { get; private init; }

    public CustomerNews? News { get; private init; }

    [JsonPropertyName("mpnewsarticle")]
    public CustomerArticle? Article { get; private init; }

    [JsonPropertyName("msgmenu")]
    public CustomerMenu? Choice { get; private init; }

    [JsonPropertyName("miniprogrampage")]
    public CustomerMiniProgram? MiniProgram { get; private init; }

    /// <summary>In whose name of the staff it is sent; null for the account's own.</summary>
    [JsonPropertyName("customservice")]
    public CustomerServiceAccount? SentBy { get; init; }

    public static CustomerMessage OfText(string openId, string content) =>
        new(openId, "text") { Text = new CustomerText(content) };

    /// <summary>A picture of the library, or one that WeChat keeps for three days.</summary>
    public static CustomerMessage OfImage(string openId, string mediaId) =>
        new(openId, "image") { Image = new MediaReference(mediaId) };

    public static CustomerMessage OfVoice(string openId, string mediaId) =>
        new(openId, "voice") { Voice = new MediaReference(mediaId) };

    public static CustomerMessage OfVideo(string openId, CustomerVideo video) => new(openId, "video") { Video = video };

    /// <summary>A card that leads to a page.</summary>
    public static CustomerMessage OfCard(string openId, CustomerCard card) =>
        new(openId, "news") { News = new CustomerNews([card]) };

    /// <summary>A published article.</summary>
    public static CustomerMessage OfArticle(string openId, string articleId) =>
        new(openId, "mpnewsarticle") { Article = new CustomerArticle(articleId) };

    /// <summary>Words to tap; what is tapped comes back as a message with its id.</summary>
    public static CustomerMessage OfChoice(string openId, CustomerMenu choice) => new(openId, "msgmenu") { Choice = choice };

    public static CustomerMessage OfMiniProgram(string openId, CustomerMiniProgram page) =>
        new(openId, "miniprogrampage") { MiniProgram = page };

    // Whom it goes to and what it says do not belong in a log.
    public override string ToString() => "customer message of type " + Type;
}

/// <summary>The words.</summary>
internal sealed record CustomerText(string Content);

/// <summary>A video of the library, or one that WeChat keeps for three days.</summary>
internal sealed record CustomerVideo(string MediaId, string? ThumbMediaId, string? Title, string? Description);

/// <summary>Cards; WeChat takes one.</summary>
internal sealed record CustomerNews(IReadOnlyList<CustomerCard> Articles);

/// <summary>A card that leads to a page.</summary>
internal sealed record CustomerCard(
    string Title, string? Description, string Url, [property: JsonPropertyName("picurl")] string? PictureUrl);

/// <summary>A published article.</summary>
internal sealed record CustomerArticle(string ArticleId);

/// <summary>Words to tap between words before and after.</summary>
internal sealed record CustomerMenu(
    string HeadContent, [property: JsonPropertyName("list")] IReadOnlyList<CustomerMenuOption> Options, string? TailContent);

/// <summary>One of the words to tap.</summary>
internal sealed record CustomerMenuOption(string Id, string Content);

/// <summary>A page of a mini program that belongs to the account.</summary>
internal sealed record CustomerMiniProgram(
    string Title,
    [property: JsonPropertyName("appid")] string AppId,
    [property: JsonPropertyName("pagepath")] string PagePath,
    string ThumbMediaId);

/// <summary>One of the account's staff, <c>name@account</c>.</summary>
internal sealed record CustomerServiceAccount(string KfAccount);

/// <summary>Shows or hides that an answer is being written.</summary>
internal sealed record CustomerTyping([property: JsonPropertyName("touser")] string OpenId, string Command);
