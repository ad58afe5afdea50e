using PartyCms.WeChat.Client.Capabilities;

namespace PartyCms.WeChat.Client.Followers;

/// <summary>用户管理: who follows the account.</summary>
internal sealed class FollowerClient(WeChatApi api)
{
    /// <summary>Followers whose data is told in one go.</summary>
    public const int MostAtOnce = 100;

    /// <summary>People blocked in one go.</summary>
    public const int MostToBlock = 20;

    /// <summary>People of a former account who are asked about in one go.</summary>
    public const int MostFormer = 100;

    /// <summary>Part of the list, at most 10,000. WeChat answers 500 times a day.</summary>
    /// <param name="nextOpenId">Where it begins; null for the beginning.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<WeChatResult<FollowerPage>> ListAsync(string? nextOpenId, CancellationToken cancellationToken) =>
        api.SendAsync<FollowerPage>(
            Call(ApiCall.Get("/cgi-bin/user/get", new KeyValuePair<string, string>("next_openid", nextOpenId ?? ""))), cancellationToken);

    /// <summary>What is known of one person; 40003 means that the OpenId is not of this account.</summary>
    public Task<WeChatResult<Follower>> GetAsync(string openId, CancellationToken cancellationToken) =>
        api.SendAsync<Follower>(
            Call(ApiCall.Get("/cgi-bin/user/info", new("openid", openId), new("lang", "zh_CN"))), cancellationToken);

    /// <summary>What is known of at most <see cref="MostAtOnce" /> people.</summary>
    public Task<WeChatResult<FollowerList>> GetManyAsync(IEnumerable<string> openIds, CancellationToken cancellationToken) =>
        api.SendAsync<FollowerList>(
            Call(ApiCall.Ask(
                "/cgi-bin/user/info/batchget", new FollowersWanted([.. openIds.Select(openId => new FollowerWanted(openId))]))),
            cancellationToken);

    /// <summary>Writes something about a follower that only the account sees, at most 30 characters.</summary>
    public Task<WeChatResult<Acknowledged>> SetRemarkAsync(string openId, string remark, CancellationToken cancellationToken) =>
        api.TellAsync(
            Call(ApiCall.Ask("/cgi-bin/user/info/updateremark", new FollowerRemark(openId, remark))), cancellationToken);

    /// <summary>Part of the list of the blocked.</summary>
    public Task<WeChatResult<FollowerPage>> ListBlockedAsync(string? beginOpenId, CancellationToken cancellationToken) =>
        api.SendAsync<FollowerPage>(
            Call(ApiCall.Ask("/cgi-bin/tags/members/getblacklist", new ListBegin(beginOpenId ?? ""))), cancellationToken);

    /// <summary>Blocks at most <see cref="MostToBlock" /> people.</summary>
    public Task<WeChatResult<Acknowledged>> BlockAsync(IReadOnlyList<string> openIds, CancellationToken cancellationToken) =>
        api.TellAsync(
            Call(ApiCall.Ask("/cgi-bin/tags/members/batchblacklist", new PeopleToBlock(openIds))), cancellationToken);

    /// <summary>Admits at most <see cref="MostToBlock" /> people again.</summary>
    public Task<WeChatResult<Acknowledged>> UnblockAsync(IReadOnlyList<string> openIds, CancellationToken cancellationToken) =>
        api.TellAsync(
            Call(ApiCall.Ask("/cgi-bin/tags/members/batchunblacklist", new PeopleToBlock(openIds))), cancellationToken);

    /// <summary>
    /// Who at most <see cref="MostFormer" /> people of the account that moved into this one (账号迁移) are here: everybody gets
    /// another OpenId. WeChat tells it from the approval of the move until 15 days after; later nobody can find out any more.
    /// </summary>
    /// <param name="formerAppId">The account that moved; 40013 where none of this id did.</param>
    /// <param name="openIds">Who they were there.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<WeChatResult<FormerFollowers>> FindFormerAsync(
        string formerAppId, IReadOnlyList<string> openIds, CancellationToken cancellationToken) =>
        api.SendAsync<FormerFollowers>(
            Call(ApiCall.Ask("/cgi-bin/changeopenid", new FormerFollowersWanted(formerAppId, openIds))), cancellationToken);

    private static ApiCall Call(ApiCall call) => call with { Needs = Capability.Followers };
}
