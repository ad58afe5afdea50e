using PartyCms.WeChat.Client.Capabilities;

namespace PartyCms.WeChat.Client.Templates;

/// <summary>模板消息: notices of something that a follower is part of; neither news nor reminders to learn.</summary>
internal sealed class TemplateClient(WeChatApi api)
{
    /// <summary>Sends one notice. Never repeated.</summary>
    public Task<WeChatResult<TemplateMessageSent>> SendAsync(TemplateMessage message, CancellationToken cancellationToken) =>
        api.SendAsync<TemplateMessageSent>(Call(ApiCall.Post("/cgi-bin/message/template/send", message)), cancellationToken);

    public Task<WeChatResult<TemplateList>> ListAsync(CancellationToken cancellationToken) =>
        api.SendAsync<TemplateList>(Call(ApiCall.Get("/cgi-bin/template/get_all_private_template")), cancellationToken);

    /// <summary>Takes a template of WeChat's library; the account has room for 25.</summary>
    /// <param name="shortId">Its number in the library.</param>
    /// <param name="keywords">The names of its fields, in the order wanted.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<WeChatResult<TemplateReference>> AddAsync(
        string shortId, IReadOnlyList<string> keywords, CancellationToken cancellationToken) =>
        api.SendAsync<TemplateReference>(
            Call(ApiCall.Post("/cgi-bin/template/api_add_template", new TemplateOrder(shortId, keywords))), cancellationToken);

    public Task<WeChatResult<Acknowledged>> DeleteAsync(string templateId, CancellationToken cancellationToken) =>
        api.TellAsync(
            Call(ApiCall.Ask("/cgi-bin/template/del_private_template", new TemplateReference(templateId))), cancellationToken);

    public Task<WeChatResult<TemplateIndustries>> GetIndustriesAsync(CancellationToken cancellationToken) =>
        api.SendAsync<TemplateIndustries>(Call(ApiCall.Get("/cgi-bin/template/get_industry")), cancellationToken);

    private static ApiCall Call(ApiCall call) => call with { Needs = Capability.TemplateMessages };
}
