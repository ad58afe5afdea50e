using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PartyCms.WeChat.Simulator.Materials;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Drafts;

/// <summary>Reads one article of a draft, with the limits of 2025-12-19.</summary>
internal static partial class ArticleRules
{
    private const int LongestTitle = 32;
    private const int LongestAuthor = 16;
    private const int LongestDigest = 128;
    private const int LongestContent = 20_000;
    private const int MostContentBytes = 1024 * 1024;
    private const int LongestSourceUrl = 1024;
    private const int MostPictures = 20;

    public static SimulatedArticle Read(JsonElement json, SimulatedWeChat world, bool isOnly)
    {
        var type = json.OptionalText("article_type") ?? "news";
        var title = json.Text("title", 45003, "title size out of limit");
        var author = json.OptionalText("author") ?? "";
        var digest = json.OptionalText("digest") ?? "";
        var content = json.Text("content", 45166, "invalid content");
        var sourceUrl = json.OptionalText("content_source_url") ?? "";
        Demand(type is "news" or "newspic", 40097, "invalid args hint: [article_type]");
        Demand(Characters.Count(title) <= LongestTitle, 45003, "title size out of limit");
        Demand(Characters.Count(author) <= LongestAuthor, 45110, "author size out of limit");
        Demand(Characters.Count(digest) <= LongestDigest, 45004, "description size out of limit");
        Demand(Characters.Count(content) < LongestContent, 45002, "content size out of limit");
        Demand(Encoding.UTF8.GetByteCount(content) < MostContentBytes, 45002, "content size out of limit");
        Demand(Encoding.UTF8.GetByteCount(sourceUrl) <= LongestSourceUrl, 41039, "invalid content_source_url");
        Demand(sourceUrl.Length == 0 || WebAddress.Is(sourceUrl), 41039, "invalid content_source_url");
        var article = new SimulatedArticle
        {
            Type = type,
            Title = title,
            Author = author,
            Content = type == "news" ? ArticleFilter.Clean(content, world.Origin) : content,
            SentContent = content,
            Digest = digest.Length > 0 || !isOnly ? digest : ArticleFilter.DigestOf(content),
            SourceUrl = sourceUrl,
            AllowsComments = json.Flag("need_open_comment"),
            OnlyFollowersComment = json.Flag("only_fans_can_comment"),
        };
        CheckCrop(json, "pic_crop_235_1");
        CheckCrop(json, "pic_crop_1_1");
        return type == "news" ? WithCover(article, json, world.Materials) : WithPictures(article, json, world.Materials);
    }

    private static SimulatedArticle WithCover(SimulatedArticle article, JsonElement json, MaterialStore materials)
    {
        var cover = PermanentPicture(json.Text("thumb_media_id", 40007, "invalid media_id"), materials);
        return article with { ThumbMediaId = cover.MediaId, ThumbUrl = cover.Url };
    }

    private static SimulatedArticle WithPictures(SimulatedArticle article, JsonElement json, MaterialStore materials)
    {
        var pictures = json.Object("image_info").List("image_list", 44003, "empty news data");
        Demand(pictures.Count is >= 1 and <= MostPictures, 44003, "empty news data");
        var found = pictures
            .Select(item => PermanentPicture(item.Text("image_media_id", 40007, "invalid media_id"), materials)).ToList();
        return article with
        {
            PictureIds = [.. found.Select(picture => picture.MediaId)],
            ThumbMediaId = found[0].MediaId,
            ThumbUrl = found[0].Url,
        };
    }

    private static Material PermanentPicture(string mediaId, MaterialStore materials) =>
        materials.Find(mediaId) is { Type: "image" or "thumb", ExpiresAt: null } picture
            ? picture
            : throw Refusal.BadMediaId();

    private static void CheckCrop(JsonElement json, string name)
    {
        if (json.OptionalText(name) is { Length: > 0 } crop)
        {
            Demand(Crop().IsMatch(crop), 40097, $"invalid args hint: [{name}]");
        }
    }

    private static void Demand(bool holds, int code, string message)
    {
        if (!holds)
        {
            throw new Refusal(code, message);
        }
    }

    [GeneratedRegex(@"^(?:(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)(?:_(?!$)|$)){4}$")]
    private static partial Regex Crop();
}
