using PartyCms.WeChat.Client.Capabilities;

namespace PartyCms.WeChat.Client.Drafts;

/// <summary>草稿箱: what will be published. Every account may use it.</summary>
internal sealed class DraftClient(WeChatApi api)
{
    /// <summary>Adds a draft of 1 to 8 articles. Never repeated: a second call would make a second draft.</summary>
    public Task<WeChatResult<DraftAdded>> AddAsync(IReadOnlyList<DraftArticle> articles, CancellationToken cancellationToken) =>
        api.SendAsync<DraftAdded>(
            ApiCall.Post("/cgi-bin/draft/add", new DraftsToAdd(articles)) with { Needs = Capability.Drafts }, cancellationToken);

    /// <summary>Puts an article in the place of another.</summary>
    /// <param name="mediaId">The draft.</param>
    /// <param name="index">Place in the draft, from 0.</param>
    /// <param name="article">The whole article as it shall be.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<WeChatResult<Acknowledged>> UpdateAsync(
        string mediaId, int index, DraftArticle article, CancellationToken cancellationToken) =>
        api.TellAsync(
            ApiCall.Ask("/cgi-bin/draft/update", new DraftToUpdate(mediaId, index, article)) with { Needs = Capability.Drafts },
            cancellationToken);

    /// <summary>The draft as WeChat keeps it; 40007 means that it has been published, sent or deleted.</summary>
    public Task<WeChatResult<KeptContent>> GetAsync(string mediaId, CancellationToken cancellationToken) =>
        api.SendAsync<KeptContent>(
            ApiCall.Ask("/cgi-bin/draft/get", new MediaReference(mediaId)) with { Needs = Capability.Drafts }, cancellationToken);

    /// <summary>A part of the list, newest first.</summary>
    /// <param name="offset">From 0.</param>
    /// <param name="count">1 to 20.</param>
    /// <param name="withContent">Whether the text of the articles is wanted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<WeChatResult<DraftPage>> ListAsync(int offset, int count, bool withContent, CancellationToken cancellationToken) =>
        api.SendAsync<DraftPage>(
            ApiCall.Ask("/cgi-bin/draft/batchget", new PageQuery(offset, count, withContent ? 0 : 1)) with { Needs = Capability.Drafts },
            cancellationToken);

    /// <summary>Deletes a draft; 40007 means that there was none.</summary>
    public Task<WeChatResult<Acknowledged>> DeleteAsync(string mediaId, CancellationToken cancellationToken) =>
        api.TellAsync(
            ApiCall.Ask("/cgi-bin/draft/delete", new MediaReference(mediaId)) with { Needs = Capability.Drafts }, cancellationToken);

    public Task<WeChatResult<DraftCount>> CountAsync(CancellationToken cancellationToken) =>
        api.SendAsync<DraftCount>(ApiCall.Get("/cgi-bin/draft/count") with { Needs = Capability.Drafts }, cancellationToken);

    /// <summary>Whether the account uses drafts at all; accounts of before 2021 had to be moved.</summary>
    public Task<WeChatResult<DraftSwitch>> GetSwitchAsync(CancellationToken cancellationToken) =>
        api.SendAsync<DraftSwitch>(
            ApiCall.Ask("/cgi-bin/draft/switch", new object()).With("checkonly", "1"), cancellationToken);
}
