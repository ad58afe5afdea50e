using PartyCms.WeChat.Client.Capabilities;
using PartyCms.WeChat.Client.Drafts;

namespace PartyCms.WeChat.Client.Publishing;

/// <summary>
/// 发布 (freepublish): gives the articles of a draft their lasting addresses without pushing them to followers. Since July
/// 2025 only verified accounts may; others get 48001.
/// </summary>
internal sealed class FreePublishClient(WeChatApi api)
{
    /// <summary>
    /// Queues a draft. Never repeated: where the outcome is unknown, a draft that has gone (40007) was taken, and is found
    /// in the list of what is published.
    /// </summary>
    public Task<WeChatResult<PublishSubmitted>> SubmitAsync(string mediaId, CancellationToken cancellationToken) =>
        api.SendAsync<PublishSubmitted>(Call(ApiCall.Post("/cgi-bin/freepublish/submit", new MediaReference(mediaId))), cancellationToken);

    /// <summary>How far it has come. WeChat answers 100 times a day in all.</summary>
    public Task<WeChatResult<PublishProgress>> GetAsync(string publishId, CancellationToken cancellationToken) =>
        api.SendAsync<PublishProgress>(Call(ApiCall.Ask("/cgi-bin/freepublish/get", new PublishReference(publishId))), cancellationToken);

    /// <summary>A part of the list, newest first. WeChat answers 100 times a day.</summary>
    /// <param name="offset">From 0.</param>
    /// <param name="count">1 to 20.</param>
    /// <param name="withContent">Whether the text of the articles is wanted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<WeChatResult<PublishedPage>> ListAsync(int offset, int count, bool withContent, CancellationToken cancellationToken) =>
        api.SendAsync<PublishedPage>(
            Call(ApiCall.Ask("/cgi-bin/freepublish/batchget", new PageQuery(offset, count, withContent ? 0 : 1))), cancellationToken);

    /// <summary>The articles of one publication; 53600 means that there is none.</summary>
    public Task<WeChatResult<KeptContent>> GetArticleAsync(string articleId, CancellationToken cancellationToken) =>
        api.SendAsync<KeptContent>(
            Call(ApiCall.Ask("/cgi-bin/freepublish/getarticle", new ArticleReference(articleId, null))), cancellationToken);

    /// <summary>Takes one article down for good.</summary>
    /// <param name="articleId">The publication.</param>
    /// <param name="index">Place of the article, from 1.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<WeChatResult<Acknowledged>> DeleteArticleAsync(string articleId, int index, CancellationToken cancellationToken)
    {
        // 0 would take all of them down.
        ArgumentOutOfRangeException.ThrowIfLessThan(index, 1);
        return api.TellAsync(
            Call(ApiCall.Ask("/cgi-bin/freepublish/delete", new ArticleReference(articleId, index))), cancellationToken);
    }

    /// <summary>Takes all articles of a publication down for good.</summary>
    public Task<WeChatResult<Acknowledged>> DeleteAllAsync(string articleId, CancellationToken cancellationToken) =>
        api.TellAsync(Call(ApiCall.Ask("/cgi-bin/freepublish/delete", new ArticleReference(articleId, 0))), cancellationToken);

    private static ApiCall Call(ApiCall call) => call with { Needs = Capability.FreePublish };
}
