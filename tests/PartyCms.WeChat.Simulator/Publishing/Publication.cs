using PartyCms.WeChat.Simulator.Drafts;

namespace PartyCms.WeChat.Simulator.Publishing;

/// <summary>One job of freepublish.</summary>
/// <param name="PublishId">Its id.</param>
/// <param name="Draft">The draft as it was when it was handed in.</param>
/// <param name="SubmittedAt">When.</param>
public sealed record Publication(string PublishId, SimulatedDraft Draft, DateTimeOffset SubmittedAt)
{
    /// <summary>Where the job stands.</summary>
    public PublishStatus Status { get; init; } = PublishStatus.Publishing;

    /// <summary>Id of the articles together; empty before they are there.</summary>
    public string ArticleId { get; init; } = "";

    /// <summary>The articles with their final addresses; empty before they are there.</summary>
    public IReadOnlyList<SimulatedArticle> Articles { get; init; } = [];

    /// <summary>Articles at fault, counted from 1.</summary>
    public IReadOnlyList<int> FailedIndexes { get; init; } = [];

    /// <summary>When the job is over; <c>null</c> if it waits for <see cref="Publications.Finish"/>.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>When the articles appeared.</summary>
    public DateTimeOffset? FinishedAt { get; init; }
}
