using System.Text.Json;
using System.Text.Json.Nodes;
using PartyCms.WeChat.Simulator.Accounts;
using PartyCms.WeChat.Simulator.Wire;

namespace PartyCms.WeChat.Simulator.Materials;

/// <summary>Uploads, downloads and the material library.</summary>
internal static class MaterialApi
{
    private static readonly string[] Types = ["image", "voice", "video", "thumb"];

    public static IEnumerable<ApiRoute> Routes =>
    [
        ApiRoute.Post("/cgi-bin/media/uploadimg", UploadArticlePicture) with { DailyLimit = 100_000 },
        ApiRoute.Post("/cgi-bin/material/add_material", AddPermanent) with { DailyLimit = 100_000 },
        ApiRoute.Post("/cgi-bin/material/get_material", GetPermanent) with { DailyLimit = 200_000 },
        ApiRoute.Post("/cgi-bin/material/del_material", DeletePermanent) with { DailyLimit = 1000 },
        ApiRoute.Get("/cgi-bin/material/get_materialcount", CountPermanent) with { DailyLimit = 5000 },
        ApiRoute.Post("/cgi-bin/material/batchget_material", ListPermanent) with { DailyLimit = 5000 },
        ApiRoute.Post("/cgi-bin/media/upload", UploadTemporary) with { DailyLimit = 100_000 },
        ApiRoute.Get("/cgi-bin/media/get", GetTemporary) with { DailyLimit = 200_000 },
        ApiRoute.Get("/cgi-bin/media/get/jssdk", GetTemporary) with { DailyLimit = 200_000, Permission = Permission.Verified },
    ];

    private static ApiAnswer UploadArticlePicture(ApiCall call)
    {
        var file = MediaPart(call.ReadForm());
        var format = MediaRules.CheckArticlePicture(file);
        var picture = call.World.Materials.AddPicture(format, file.FileName!, file.Content);
        return ApiAnswer.Json(new JsonObject { ["url"] = picture.Url, ["errcode"] = 0, ["errmsg"] = "ok" });
    }

    private static ApiAnswer AddPermanent(ApiCall call)
    {
        var form = call.ReadForm();
        var file = MediaPart(form);
        var type = call.Query("type");
        var format = MediaRules.CheckPermanent(type, file);
        var (title, introduction) = type == "video" ? ReadDescription(form) : ("", "");
        var material = call.World.Materials.AddPermanent(type, format, file.FileName!, file.Content, title, introduction);
        var answer = new JsonObject { ["media_id"] = material.MediaId, ["item"] = new JsonArray() };
        if (material.Url.Length > 0)
        {
            answer["url"] = material.Url;
        }

        return ApiAnswer.Json(answer);
    }

    private static ApiAnswer GetPermanent(ApiCall call)
    {
        var material = call.World.Materials.Find(call.Json.Text("media_id", 40007, "invalid media_id"));
        return material switch
        {
            null or { ExpiresAt: not null } => throw Refusal.BadMediaId(),
            { Type: "video" } => ApiAnswer.Json(new JsonObject
            {
                ["title"] = material.Title,
                ["description"] = material.Introduction,
                ["down_url"] = $"{call.World.Origin}/material/{material.MediaId}",
            }),
            _ => Download(material),
        };
    }

    private static ApiAnswer DeletePermanent(ApiCall call) =>
        call.World.Materials.Remove(call.Json.Text("media_id", 40007, "invalid media_id"))
            ? ApiAnswer.Ok()
            : throw Refusal.BadMediaId();

    private static ApiAnswer CountPermanent(ApiCall call)
    {
        var all = call.World.Materials.Permanent;
        return ApiAnswer.Json(new JsonObject
        {
            ["voice_count"] = all.Count(material => material.Type == "voice"),
            ["video_count"] = all.Count(material => material.Type == "video"),
            ["image_count"] = all.Count(material => material.Type is "image" or "thumb"),
            ["news_count"] = 0,
        });
    }

    private static ApiAnswer ListPermanent(ApiCall call)
    {
        var type = call.Json.Text("type", 40004, "invalid media type");
        var (offset, count) = call.Json.Page();
        var all = Types.Contains(type)
            ? call.World.Materials.Permanent.Where(material => material.Type == type).ToList()
            : throw new Refusal(40004, "invalid media type");
        JsonNode[] items = [.. all.Skip(offset).Take(count).Select(material => new JsonObject
        {
            ["media_id"] = material.MediaId,
            ["name"] = material.FileName,
            ["update_time"] = material.UploadedAt.ToUnixTimeSeconds(),
            ["url"] = material.Url,
        })];
        return ApiAnswer.Json(new JsonObject
        {
            ["item"] = new JsonArray(items),
            ["total_count"] = all.Count,
            ["item_count"] = items.Length,
        });
    }

    private static ApiAnswer UploadTemporary(ApiCall call)
    {
        var file = MediaPart(call.ReadForm());
        var type = call.Query("type");
        var format = MediaRules.CheckTemporary(type, file);
        var media = call.World.Materials.AddTemporary(type, format, file.FileName!, file.Content);
        return ApiAnswer.Json(new JsonObject
        {
            ["type"] = type,
            [type == "thumb" ? "thumb_media_id" : "media_id"] = media.MediaId,
            ["created_at"] = media.UploadedAt.ToUnixTimeSeconds(),
            ["item"] = new JsonArray(),
        });
    }

    private static ApiAnswer GetTemporary(ApiCall call) =>
        call.World.Materials.Find(call.Query("media_id")) is { } media ? Download(media) : throw Refusal.BadMediaId();

    private static ApiAnswer Download(Material material) =>
        ApiAnswer.File(material.Content.ToArray(), MediaFormat.ContentTypeOf(material.Format), material.FileName);

    private static FormPart MediaPart(IReadOnlyList<FormPart> form) =>
        form.FirstOrDefault(part => part is { Name: "media", FileName: not null })
            ?? throw new Refusal(41005, "media data missing");

    private static (string Title, string Introduction) ReadDescription(IReadOnlyList<FormPart> form)
    {
        var description = form.FirstOrDefault(part => part is { Name: "description", FileName: null })
            ?? throw new Refusal(41005, "media data missing hint: [description]");
        try
        {
            using var json = JsonDocument.Parse(description.Content);
            return (json.RootElement.Text("title"), json.RootElement.OptionalText("introduction") ?? "");
        }
        catch (JsonException)
        {
            throw new Refusal(41005, "media data missing hint: [description]");
        }
    }
}
