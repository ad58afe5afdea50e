using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartyCms.WeChat.Simulator.Wire;

/// <summary>What goes back to the caller; WeChat answers 200 even when it refuses.</summary>
internal sealed record ApiAnswer(byte[] Body, string ContentType)
{
    private const string JsonType = "application/json; charset=UTF-8";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public int Status { get; init; } = 200;

    /// <summary>The error code in the body, 0 for success.</summary>
    public int Code { get; init; }

    /// <summary>Where a download is named.</summary>
    public string? FileName { get; init; }

    public bool IsJson => ContentType != "application/octet-stream" && Body.AsSpan().StartsWith("{"u8);

    public static ApiAnswer Json(JsonNode body) => new(Encoding.UTF8.GetBytes(body.ToJsonString(Plain)), JsonType);

    public static ApiAnswer Ok(JsonObject? more = null)
    {
        var body = new JsonObject { ["errcode"] = 0, ["errmsg"] = "ok" };
        foreach (var (name, value) in more ?? [])
        {
            body[name] = value?.DeepClone();
        }

        return Json(body);
    }

    public static ApiAnswer Refused(Refusal refusal, string rid)
    {
        var body = new JsonObject { ["errcode"] = refusal.Code, ["errmsg"] = $"{refusal.Message} rid: {rid}" };
        foreach (var (name, value) in refusal.Details ?? [])
        {
            body[name] = value?.DeepClone();
        }

        return Json(body) with { Code = refusal.Code };
    }

    public static ApiAnswer File(byte[] bytes, string contentType, string name) => new(bytes, contentType) { FileName = name };

    public static ApiAnswer Text(string text, string contentType) => new(Encoding.UTF8.GetBytes(text), contentType);
}
