using System.Text.Json.Serialization;

namespace PartyCms.WeChat.Client.Menus;

/// <summary>A button of a menu; one that holds others has no type.</summary>
internal sealed record MenuButton
{
    /// <summary>Buttons in a row.</summary>
    public const int MostButtons = 3;

    /// <summary>Buttons above one of the row.</summary>
    public const int MostSubButtons = 5;

    /// <summary>Longest name of a button of the row, in bytes of UTF-8.</summary>
    public const int NameBytes = 16;

    /// <summary>Longest name of a button above one, in bytes of UTF-8.</summary>
    public const int SubNameBytes = 60;

    public const int KeyBytes = 128;
    public const int UrlBytes = 1024;

    public string? Type { get; init; }

    public required string Name { get; init; }

    /// <summary>Of <c>click</c> and of those that scan, photograph or choose a place: comes back in the event.</summary>
    public string? Key { get; init; }

    /// <summary>Of <c>view</c>, and what <c>miniprogram</c> opens in old clients.</summary>
    public string? Url { get; init; }

    /// <summary>Of <c>media_id</c> and <c>view_limited</c>: a permanent thing of the library.</summary>
    public string? MediaId { get; init; }

    /// <summary>Of <c>article_id</c> and <c>article_view_limited</c>: a published article.</summary>
    public string? ArticleId { get; init; }

    /// <summary>Of <c>miniprogram</c>.</summary>
    [JsonPropertyName("appid")]
    public string? AppId { get; init; }

    /// <summary>Of <c>miniprogram</c>.</summary>
    [JsonPropertyName("pagepath")]
    public string? PagePath { get; init; }

    [JsonPropertyName("sub_button")]
    public IReadOnlyList<MenuButton>? SubButtons { get; init; }
}
