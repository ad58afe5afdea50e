using System.Text.Json.Serialization;

namespace PartyCms.WeChat.Client.Templates;

/// <summary>A notice to one follower after the words of a template.</summary>
internal sealed record TemplateMessage
{
    [JsonPropertyName("touser")]
    public required string OpenId { get; init; }

    public required string TemplateId { get; init; }

    /// <summary>What it opens.</summary>
    public string? Url { get; init; }

    /// <summary>What it opens instead where both are given.</summary>
    [JsonPropertyName("miniprogram")]
    public NoticeMiniProgram? MiniProgram { get; init; }

    /// <summary>By this WeChat knows a repetition to the same follower for ten minutes.</summary>
    [JsonPropertyName("client_msg_id")]
    public string? ClientMessageId { get; init; }

    /// <summary>By the names of the fields, such as <c>thing1</c>.</summary>
    public required IReadOnlyDictionary<string, NoticeValue> Data { get; init; }

    public override string ToString() => "notice after template " + TemplateId;
}

/// <summary>WeChat has taken a notice; the event tells whether it arrived.</summary>
internal sealed record TemplateMessageSent
{
    [JsonPropertyName("msgid")]
    public long MessageId { get; init; }
}

/// <summary>The account's templates.</summary>
internal sealed record TemplateList
{
    [JsonPropertyName("template_list")]
    public IReadOnlyList<Template> Templates { get; init; } = [];
}

/// <summary>A template of the account.</summary>
internal sealed record Template
{
    public required string TemplateId { get; init; }

    public string Title { get; init; } = "";

    /// <summary>Its words with fields such as <c>{{thing1.DATA}}</c>.</summary>
    public string Content { get; init; } = "";

    public string? Example { get; init; }
}

/// <summary>A template of WeChat's library that the account takes.</summary>
internal sealed record TemplateOrder(
    [property: JsonPropertyName("template_id_short")] string ShortId, IReadOnlyList<string> KeywordNameList);

/// <summary>A template of the account by its id.</summary>
internal sealed record TemplateReference(string TemplateId);

/// <summary>The two trades of the account, by which older templates were chosen.</summary>
internal sealed record TemplateIndustries
{
    [JsonPropertyName("primary_industry")]
    public TemplateIndustry? Primary { get; init; }

    [JsonPropertyName("secondary_industry")]
    public TemplateIndustry? Secondary { get; init; }
}

/// <summary>A trade.</summary>
internal sealed record TemplateIndustry
{
    public string? FirstClass { get; init; }

    public string? SecondClass { get; init; }
}
