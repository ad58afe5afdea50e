using System.Text.Json.Serialization;

namespace PartyCms.WeChat.Client.DataCube;

/// <summary>Which days are asked for, both ends among them.</summary>
internal sealed record DataCubeSpan(DateOnly BeginDate, DateOnly EndDate);

/// <summary>What WeChat counted.</summary>
internal sealed record DataCubeList<T>
{
    public IReadOnlyList<T> List { get; init; } = [];
}

/// <summary>Who came and left on a day, of one of the ways by which people come.</summary>
internal sealed record FollowerChange
{
    public required DateOnly RefDate { get; init; }

    /// <summary>How they came: 0 other, 1 search, 17 a card that was passed on, 30 a QR code, 43, 51, 57 and more.</summary>
    public int UserSource { get; init; }

    public int NewUser { get; init; }

    public int CancelUser { get; init; }
}

/// <summary>How many followed at the end of a day.</summary>
internal sealed record FollowerTotal
{
    public required DateOnly RefDate { get; init; }

    public int CumulateUser { get; init; }
}

/// <summary>One article of a mass send.</summary>
internal sealed record ArticleTotal
{
    /// <summary>The day on which it was sent.</summary>
    public required DateOnly RefDate { get; init; }

    /// <summary>The message's data id, an underline, and the place of the article from 1.</summary>
    [JsonPropertyName("msgid")]
    public required string MessageId { get; init; }

    public string Title { get; init; } = "";

    /// <summary>What it had come to by the end of each day, ascending.</summary>
    public IReadOnlyList<ArticleTotalDay> Details { get; init; } = [];
}

/// <summary>What an article had come to by the end of a day, since it was sent.</summary>
internal sealed record ArticleTotalDay
{
    public required DateOnly StatDate { get; init; }

    /// <summary>How many it was sent to.</summary>
    public int TargetUser { get; init; }

    /// <summary>People who read it.</summary>
    public int IntPageReadUser { get; init; }

    /// <summary>How often it was read.</summary>
    public int IntPageReadCount { get; init; }

    /// <summary>People who passed it on.</summary>
    public int ShareUser { get; init; }

    /// <summary>People who kept it.</summary>
    public int AddToFavUser { get; init; }
}
