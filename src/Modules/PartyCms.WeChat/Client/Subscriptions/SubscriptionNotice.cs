using System.Text.Json.Serialization;

namespace PartyCms.WeChat.Client.Subscriptions;

/// <summary>A notice to one follower who has asked for it.</summary>
internal sealed record SubscriptionNotice
{
    [JsonPropertyName("touser")]
    public required string OpenId { get; init; }

    public required string TemplateId { get; init; }

    /// <summary>The page it opens.</summary>
    public string? Page { get; init; }

    [JsonPropertyName("miniprogram")]
    public NoticeMiniProgram? MiniProgram { get; init; }

    /// <summary>By the names of the fields, such as <c>thing1</c>.</summary>
    public required IReadOnlyDictionary<string, NoticeValue> Data { get; init; }

    public override string ToString() => "notice after template " + TemplateId;
}

/// <summary>The account's templates.</summary>
internal sealed record NoticeTemplateList
{
    [JsonPropertyName("data")]
    public IReadOnlyList<NoticeTemplate> Templates { get; init; } = [];
}

/// <summary>A template of the account.</summary>
internal sealed record NoticeTemplate
{
    [JsonPropertyName("priTmplId")]
    public required string TemplateId { get; init; }

    public string Title { get; init; } = "";

    /// <summary>Its words with fields such as <c>{{thing1.DATA}}</c>.</summary>
    public string Content { get; init; } = "";

    public string? Example { get; init; }

    /// <summary>2 for one consent, one notice; 3 for one consent, many notices.</summary>
    public int Type { get; init; }

    [JsonIgnore]
    public bool IsLongTerm => Type == 3;
}

/// <summary>The trades that the account has chosen.</summary>
internal sealed record NoticeCategoryList
{
    [JsonPropertyName("data")]
    public IReadOnlyList<NoticeCategory> Categories { get; init; } = [];
}

/// <summary>A trade.</summary>
internal sealed record NoticeCategory(int Id, string Name);

/// <summary>Part of WeChat's library of templates.</summary>
internal sealed record NoticeTitleList
{
    public int Count { get; init; }

    [JsonPropertyName("data")]
    public IReadOnlyList<NoticeTitle> Titles { get; init; } = [];
}

/// <summary>A template of WeChat's library.</summary>
internal sealed record NoticeTitle(
    [property: JsonConverter(typeof(TextOrNumber))] string Tid, string Title, int Type);

/// <summary>The fields that a template of the library offers.</summary>
internal sealed record NoticeKeywordList
{
    [JsonPropertyName("data")]
    public IReadOnlyList<NoticeKeyword> Keywords { get; init; } = [];
}

/// <summary>A field that a template of the library offers.</summary>
internal sealed record NoticeKeyword(int Kid, string Name, string? Example, string? Rule);

/// <summary>A template of the library that the account takes.</summary>
/// <param name="Tid">Its number in the library.</param>
/// <param name="KeywordIds">2 to 5 of its fields, in the order wanted.</param>
/// <param name="Scene">What it is used for, at most 15 characters.</param>
internal sealed record NoticeTemplateOrder(
    string Tid,
    [property: JsonPropertyName("kidList")] IReadOnlyList<int> KeywordIds,
    [property: JsonPropertyName("sceneDesc")] string Scene);

/// <summary>A template of the account by its id.</summary>
internal sealed record NoticeTemplateReference([property: JsonPropertyName("priTmplId")] string TemplateId);
