using PartyCms.WeChat.Client.Capabilities;
using PartyCms.WeChat.Client.Followers;

namespace PartyCms.WeChat.Client.Tags;

/// <summary>用户标签: one for each branch, so that a message or a menu goes to its followers only.</summary>
internal sealed class TagClient(WeChatApi api)
{
    /// <summary>Followers that get or lose a tag in one go.</summary>
    public const int MostAtOnce = 50;

    /// <summary>Makes a tag; 45157 means that there is one of this name.</summary>
    public async Task<WeChatResult<Tag>> CreateAsync(string name, CancellationToken cancellationToken)
    {
        var made = await api.SendAsync<TagEnvelope>(
            Call(ApiCall.Post("/cgi-bin/tags/create", new TagEnvelope(new Tag(null, name, null)))), cancellationToken);
        return made.IsOk ? made.Value.Tag : made.Error;
    }

    /// <summary>All tags with the number of their followers.</summary>
    public Task<WeChatResult<TagList>> ListAsync(CancellationToken cancellationToken) =>
        api.SendAsync<TagList>(Call(ApiCall.Get("/cgi-bin/tags/get")), cancellationToken);

    public Task<WeChatResult<Acknowledged>> RenameAsync(int tagId, string name, CancellationToken cancellationToken) =>
        api.TellAsync(
            Call(ApiCall.Ask("/cgi-bin/tags/update", new TagEnvelope(new Tag(tagId, name, null)))), cancellationToken);

    public Task<WeChatResult<Acknowledged>> DeleteAsync(int tagId, CancellationToken cancellationToken) =>
        api.TellAsync(
            Call(ApiCall.Ask("/cgi-bin/tags/delete", new TagEnvelope(new Tag(tagId, null, null)))), cancellationToken);

    /// <summary>Part of the followers that have a tag.</summary>
    public Task<WeChatResult<FollowerPage>> FollowersOfAsync(int tagId, string? nextOpenId, CancellationToken cancellationToken) =>
        api.SendAsync<FollowerPage>(
            Call(ApiCall.Ask("/cgi-bin/user/tag/get", new TagMembersQuery(tagId, nextOpenId ?? ""))), cancellationToken);

    /// <summary>Gives a tag to at most <see cref="MostAtOnce" /> followers; each can have 20.</summary>
    public Task<WeChatResult<Acknowledged>> AddToAsync(int tagId, IReadOnlyList<string> openIds, CancellationToken cancellationToken) =>
        api.TellAsync(
            Call(ApiCall.Ask("/cgi-bin/tags/members/batchtagging", new TagChange(openIds, tagId))), cancellationToken);

    /// <summary>Takes a tag from at most <see cref="MostAtOnce" /> followers.</summary>
    public Task<WeChatResult<Acknowledged>> RemoveFromAsync(
        int tagId, IReadOnlyList<string> openIds, CancellationToken cancellationToken) =>
        api.TellAsync(
            Call(ApiCall.Ask("/cgi-bin/tags/members/batchuntagging", new TagChange(openIds, tagId))), cancellationToken);

    /// <summary>The tags of one follower.</summary>
    public Task<WeChatResult<TagIdList>> OfAsync(string openId, CancellationToken cancellationToken) =>
        api.SendAsync<TagIdList>(Call(ApiCall.Ask("/cgi-bin/tags/getidlist", new TagOwner(openId))), cancellationToken);

    private static ApiCall Call(ApiCall call) => call with { Needs = Capability.Tags };
}
