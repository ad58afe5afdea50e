using Microsoft.Extensions.Options;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Outbox;
using PartyCms.Organization.Contracts;
using PartyCms.WeChat.Client;
using PartyCms.WeChat.Client.Capabilities;
using PartyCms.WeChat.Client.Errors;
using PartyCms.WeChat.Client.Tags;
using PartyCms.WeChat.Conversation.Followers;

namespace PartyCms.WeChat.Console.BranchTags;

/// <summary>
/// Gives those who count to another branch since its tag, and takes the old one. The message says only that somebody waits: who
/// they are stands in the rows of the followers, which are deleted with them. Doing it again changes nothing.
/// </summary>
internal sealed class TagDueFollowers(
    CmsDbContext db, TagClient client, BranchTagBook book, BranchDirectory branches, CapabilityRecord capabilities, OutboxWriter outbox,
    IOptions<WeChatOptions> options, TimeProvider clock)
    : IEventSubscriber<BranchTagsDue>
{
    // A message must not hold up those behind it; many at once, such as after a merger of branches, come in turns.
    private const int MostAtOnce = 50;

    public async Task HandleAsync(BranchTagsDue cmsEvent, CancellationToken cancellationToken)
    {
        if (!options.Value.HasApi || !await capabilities.HasAsync(Capability.Tags, cancellationToken))
        {
            return;
        }

        var due = await db.Set<Follower>().AsNoTracking().Where(follower => follower.TagDueUtc != null)
            .OrderBy(follower => follower.TagDueUtc).Take(MostAtOnce + 1).ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return;
        }

        var opened = await book.OpenAsync(cancellationToken);
        var error = opened.IsOk ? await MoveAllAsync(due.Take(MostAtOnce), opened.Value, cancellationToken) : opened.Error;
        if (error is not null)
        {
            // The outbox keeps the reason, shows it to the administrator and tries again.
            throw new InvalidOperationException($"微信标签没有改好：{error.Meaning}（{error.Code}）");
        }

        if (due.Count > MostAtOnce)
        {
            outbox.Add(new BranchTagsDue());
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    // One whose tag cannot be changed holds up nobody else; an account that cannot be reached holds up all.
    private async Task<WeChatError?> MoveAllAsync(IEnumerable<Follower> due, TagShelf shelf, CancellationToken cancellationToken)
    {
        WeChatError? first = null;
        foreach (var follower in due)
        {
            if (await MoveAsync(follower, shelf, cancellationToken) is { } error)
            {
                first ??= error;
                if (error.Code != WeChatCode.TooManyTags)
                {
                    break;
                }
            }
        }

        return first;
    }

    private async Task<WeChatError?> MoveAsync(Follower follower, TagShelf shelf, CancellationToken cancellationToken)
    {
        var has = await client.OfAsync(follower.OpenId, cancellationToken);
        if (!has.IsOk && has.Error.Code != WeChatCode.InvalidOpenId)
        {
            return has.Error;
        }

        // Whoever does not follow any more, which the site will be told, has no tags.
        if (has.IsOk && await ChangeAsync(follower, has.Value.TagIds, shelf, cancellationToken) is { } error)
        {
            return error;
        }

        await db.Set<Follower>().SettleTagAsync(follower, cancellationToken);
        return null;
    }

    private async Task<WeChatError?> ChangeAsync(
        Follower follower, IReadOnlyList<int> has, TagShelf shelf, CancellationToken cancellationToken)
    {
        int? wanted = null;
        if (await branches.FindAsync(follower.OrgUnitId, cancellationToken) is { } branch)
        {
            var tag = await book.FindOrCreateAsync(branch, shelf, cancellationToken);
            if (!tag.IsOk)
            {
                return tag.Error;
            }

            wanted = tag.Value.Id;
            await KnowAsync(branch.Id, tag.Value.Id, cancellationToken);
        }

        foreach (var old in has.Where(id => id != wanted && shelf.IsBranch(id)))
        {
            if ((await client.RemoveFromAsync(old, [follower.OpenId], cancellationToken)).Error is { } error)
            {
                return error;
            }

            await CountAsync(old, -1, cancellationToken);
        }

        if (wanted is not { } missing || has.Contains(missing))
        {
            return null;
        }

        var added = await client.AddToAsync(missing, [follower.OpenId], cancellationToken);
        if (added.IsOk)
        {
            await CountAsync(missing, 1, cancellationToken);
        }

        return added.Error;
    }

    private async Task KnowAsync(Guid branchId, int tagId, CancellationToken cancellationToken)
    {
        var appId = options.Value.AppId;
        if (await db.Set<BranchTag>().FindAsync([appId, branchId], cancellationToken) is not { } row)
        {
            row = new BranchTag { AppId = appId, OrgUnitId = branchId, SyncedUtc = clock.GetUtcNow() };
            db.Add(row);
        }

        row.TagId = tagId;
        await db.SaveChangesAsync(cancellationToken);
    }

    private Task<int> CountAsync(int tagId, int more, CancellationToken cancellationToken)
    {
        var appId = options.Value.AppId;
        return db.Set<BranchTag>().Where(tag => tag.AppId == appId && tag.TagId == tagId)
            .ExecuteUpdateAsync(set => set.SetProperty(tag => tag.Count, tag => tag.Count + more), cancellationToken);
    }
}
