namespace PartyCms.WeChat.Conversation.Followers;

/// <summary>Notes what became of the tags of followers.</summary>
internal static class FollowerTags
{
    /// <summary>
    /// A follower has the tag of the branch that they counted to when they were read. Whoever counts to yet another one by now
    /// goes on waiting.
    /// </summary>
    public static Task<int> SettleTagAsync(this DbSet<Follower> followers, Follower seen, CancellationToken cancellationToken) =>
        followers.Where(row => row.OpenId == seen.OpenId && row.OrgUnitId == seen.OrgUnitId && row.TagDueUtc == seen.TagDueUtc)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.TagDueUtc, (DateTimeOffset?)null), cancellationToken);
}
