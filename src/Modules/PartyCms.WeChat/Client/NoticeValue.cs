namespace PartyCms.WeChat.Client;

/// <summary>What stands in one field of a notice.</summary>
/// <param name="Value">WeChat limits its length by the kind of field, such as 20 characters for <c>thing</c>.</param>
internal sealed record NoticeValue(string Value);

/// <summary>A page of a mini program that a notice opens.</summary>
internal sealed record NoticeMiniProgram(
    [property: System.Text.Json.Serialization.JsonPropertyName("appid")] string AppId,
    [property: System.Text.Json.Serialization.JsonPropertyName("pagepath")] string PagePath);
