namespace PartyCms.WeChat.Simulator.Drafts;

/// <summary>A draft in the account's box: one to eight articles.</summary>
/// <param name="MediaId">Its id.</param>
/// <param name="Articles">Its articles in order, the first is 头条.</param>
/// <param name="UpdatedAt">When it was last written.</param>
public sealed record SimulatedDraft(string MediaId, IReadOnlyList<SimulatedArticle> Articles, DateTimeOffset UpdatedAt);
