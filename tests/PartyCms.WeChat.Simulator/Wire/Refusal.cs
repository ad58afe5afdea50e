using System.Text.Json.Nodes;

namespace PartyCms.WeChat.Simulator.Wire;

/// <summary>WeChat's no: an error code and its text. Thrown, because it ends a call from any depth of its reading.</summary>
internal sealed class Refusal(int code, string message) : Exception(message)
{
    public int Code { get; } = code;

    /// <summary>Members that WeChat adds to some refusals, such as the message that exists already.</summary>
    public JsonObject? Details { get; init; }

    public static Refusal Unauthorized() => new(48001, "api unauthorized");

    public static Refusal BadMediaId() => new(40007, "invalid media_id");

    public static Refusal BadOpenId() => new(40003, "invalid openid");

    public static Refusal BadData(string what) => new(47001, $"data format error hint: [{what}]");
}
