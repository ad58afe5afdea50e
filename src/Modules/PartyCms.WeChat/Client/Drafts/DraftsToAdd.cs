namespace PartyCms.WeChat.Client.Drafts;

/// <summary>A draft on its way to WeChat: the articles stand in an array even when there is one.</summary>
internal sealed record DraftsToAdd(IReadOnlyList<DraftArticle> Articles);

/// <summary>One article of a draft on its way: here it stands by itself.</summary>
internal sealed record DraftToUpdate(string MediaId, int Index, DraftArticle Articles);

/// <summary>The draft that WeChat keeps from now on.</summary>
internal sealed record DraftAdded
{
    /// <summary>At most 128 characters. It ends when the draft is published or sent.</summary>
    public required string MediaId { get; init; }
}

/// <summary>A draft, or something of the library, by its id.</summary>
internal sealed record MediaReference(string MediaId);

/// <summary>How many drafts there are.</summary>
internal sealed record DraftCount
{
    public int TotalCount { get; init; }
}

/// <summary>Whether the account has been moved to drafts, as all have been since 2021.</summary>
internal sealed record DraftSwitch
{
    public int IsOpen { get; init; }
}
