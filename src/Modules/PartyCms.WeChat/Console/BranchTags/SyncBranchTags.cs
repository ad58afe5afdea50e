using Microsoft.Extensions.Options;
using PartyCms.Kernel.Data;
using PartyCms.Organization.Contracts;
using PartyCms.WeChat.Client;
using PartyCms.WeChat.Client.Tags;
using PartyCms.WeChat.Conversation.Followers;

namespace PartyCms.WeChat.Console.BranchTags;

/// <summary>
/// Brings the tags at WeChat in line with what the site knows: each branch that has followers gets a tag of its name, and
/// they get the tag. It touches no other tags, so that those made by hand stay; doing it again changes nothing. Of branches
/// that have one name each still has a tag of its own.
/// </summary>
internal sealed class SyncBranchTags(
    CmsDbContext db, TagClient client, BranchTagBook book, FollowerBranch settle, BranchDirectory branches, IOptions<WeChatOptions> options,
    TimeProvider clock)
{
    public async Task<WeChatResult<TagsSynced>> RunAsync(CancellationToken cancellationToken)
    {
        await settle.SettleAsync(cancellationToken);
        var opened = await book.OpenAsync(cancellationToken);
        if (!opened.IsOk)
        {
            return opened.Error;
        }

        var shelf = opened.Value;
        var due = await db.Set<Follower>().AsNoTracking().Where(follower => follower.TagDueUtc != null).ToListAsync(cancellationToken);
        var appId = options.Value.AppId;
        var rows = await db.Set<BranchTag>().Where(tag => tag.AppId == appId).ToListAsync(cancellationToken);
        var followers = (await db.Set<Follower>().Where(follower => follower.OrgUnitId != null)
                .Select(follower => new { follower.OpenId, Branch = follower.OrgUnitId!.Value }).ToListAsync(cancellationToken))
            .ToLookup(follower => follower.Branch, follower => follower.OpenId);
        var all = await branches.ListAsync(cancellationToken);
        var sum = new TagsSynced(0, 0, 0);
        foreach (var branch in all)
        {
            var row = rows.FirstOrDefault(tag => tag.OrgUnitId == branch.Id);
            if (row is null && !followers.Contains(branch.Id))
            {
                continue;
            }

            var tag = await book.FindOrCreateAsync(branch, shelf, cancellationToken);
            if (!tag.IsOk)
            {
                return tag.Error;
            }

            if (row is null)
            {
                row = new BranchTag { AppId = appId, OrgUnitId = branch.Id };
                db.Add(row);
            }

            row.TagId = tag.Value.Id;
            var moved = await MoveAsync(tag.Value.Id, followers[branch.Id].ToHashSet(StringComparer.Ordinal), cancellationToken);
            if (!moved.IsOk)
            {
                return moved.Error;
            }

            (row.Count, row.SyncedUtc) = (followers[branch.Id].Count(), clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            sum = sum.With(moved.Value, tag.Value.IsNew);
        }

        foreach (var follower in due)
        {
            await db.Set<Follower>().SettleTagAsync(follower, cancellationToken);
        }

        return sum;
    }

    private async Task<WeChatResult<TagsSynced>> MoveAsync(int tagId, HashSet<string> wanted, CancellationToken cancellationToken)
    {
        var have = await ReadAllAsync(tagId, cancellationToken);
        if (!have.IsOk)
        {
            return have.Error;
        }

        var missing = wanted.Except(have.Value, StringComparer.Ordinal).ToList();
        var strangers = have.Value.Except(wanted, StringComparer.Ordinal).ToList();
        var error = await InBatchesAsync(missing, batch => client.AddToAsync(tagId, batch, cancellationToken))
            ?? await InBatchesAsync(strangers, batch => client.RemoveFromAsync(tagId, batch, cancellationToken));
        return error is null ? new TagsSynced(0, missing.Count, strangers.Count) : error;
    }

    private async Task<WeChatResult<List<string>>> ReadAllAsync(int tagId, CancellationToken cancellationToken)
    {
        var all = new List<string>();
        string? next = null;
        do
        {
            var page = await client.FollowersOfAsync(tagId, next, cancellationToken);
            if (!page.IsOk)
            {
                return page.Error;
            }

            all.AddRange(page.Value.OpenIds);
            next = page.Value.OpenIds.Count == 0 ? null : page.Value.NextOpenId;
        }
        while (!string.IsNullOrEmpty(next));

        return all;
    }

    private static async Task<WeChatError?> InBatchesAsync(
        List<string> openIds, Func<IReadOnlyList<string>, Task<WeChatResult<Acknowledged>>> act)
    {
        foreach (var batch in openIds.Chunk(TagClient.MostAtOnce))
        {
            if ((await act(batch)).Error is { } error)
            {
                return error;
            }
        }

        return null;
    }
}

/// <summary>What was changed.</summary>
internal sealed record TagsSynced(int Created, int Tagged, int Untagged)
{
    public TagsSynced With(TagsSynced other, bool isNew) =>
        new(Created + (isNew ? 1 : 0), Tagged + other.Tagged, Untagged + other.Untagged);
}
