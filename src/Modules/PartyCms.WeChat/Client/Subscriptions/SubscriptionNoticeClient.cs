using System.Globalization;
using PartyCms.WeChat.Client.Capabilities;

namespace PartyCms.WeChat.Client.Subscriptions;

/// <summary>
/// 订阅通知: a follower asks for a notice, and gets one for each time they asked. 43101 means that the consent is used up
/// or withdrawn; it is spent then.
/// </summary>
internal sealed class SubscriptionNoticeClient(WeChatApi api)
{
    /// <summary>Sends one notice. Never repeated: each uses up a consent.</summary>
    public Task<WeChatResult<Acknowledged>> SendAsync(SubscriptionNotice notice, CancellationToken cancellationToken) =>
        api.TellAsync(Call(ApiCall.Post("/cgi-bin/message/subscribe/bizsend", notice)), cancellationToken);

    public Task<WeChatResult<NoticeTemplateList>> ListAsync(CancellationToken cancellationToken) =>
        api.SendAsync<NoticeTemplateList>(Call(ApiCall.Get("/wxaapi/newtmpl/gettemplate")), cancellationToken);

    public Task<WeChatResult<NoticeCategoryList>> ListCategoriesAsync(CancellationToken cancellationToken) =>
        api.SendAsync<NoticeCategoryList>(Call(ApiCall.Get("/wxaapi/newtmpl/getcategory")), cancellationToken);

    /// <summary>Part of WeChat's library.</summary>
    /// <param name="categoryIds">The trades.</param>
    /// <param name="start">From 0.</param>
    /// <param name="limit">1 to 30.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<WeChatResult<NoticeTitleList>> SearchLibraryAsync(
        IEnumerable<int> categoryIds, int start, int limit, CancellationToken cancellationToken) =>
        api.SendAsync<NoticeTitleList>(
            Call(ApiCall.Get(
                "/wxaapi/newtmpl/getpubtemplatetitles",
                new("ids", string.Join(',', categoryIds)),
                new("start", start.ToString(CultureInfo.InvariantCulture)),
                new("limit", limit.ToString(CultureInfo.InvariantCulture)))),
            cancellationToken);

    /// <summary>The fields that a template of the library offers.</summary>
    public Task<WeChatResult<NoticeKeywordList>> ListKeywordsAsync(string tid, CancellationToken cancellationToken) =>
        api.SendAsync<NoticeKeywordList>(
            Call(ApiCall.Get("/wxaapi/newtmpl/getpubtemplatekeywords", new KeyValuePair<string, string>("tid", tid))),
            cancellationToken);

    /// <summary>Takes a template of the library.</summary>
    public Task<WeChatResult<NoticeTemplateReference>> AddAsync(NoticeTemplateOrder order, CancellationToken cancellationToken) =>
        api.SendAsync<NoticeTemplateReference>(Call(ApiCall.Post("/wxaapi/newtmpl/addtemplate", order)), cancellationToken);

    public Task<WeChatResult<Acknowledged>> DeleteAsync(string templateId, CancellationToken cancellationToken) =>
        api.TellAsync(
            Call(ApiCall.Ask("/wxaapi/newtmpl/deltemplate", new NoticeTemplateReference(templateId))), cancellationToken);

    private static ApiCall Call(ApiCall call) => call with { Needs = Capability.SubscriptionNotices };
}
