using PartyCms.Kernel.Data;
using PartyCms.Organization.Contracts;
using PartyCms.WeChat.Callback;

namespace PartyCms.WeChat.Conversation.Followers;

/// <summary>Keeps the table of followers as the pushes tell it.</summary>
internal sealed class RecordFollower(
    CmsDbContext db, IDatabaseProvider provider, BranchDirectory branches, FollowerBranch branch, ForgetFollower forget, TimeProvider clock)
    : IPushHandler
{
    public async Task HandleAsync(HandledPush push, CancellationToken cancellationToken)
    {
        var openId = push.Message.FromUserName;
        switch (push.Message.Content)
        {
            case Unsubscribed:
                await forget.RunAsync(openId, cancellationToken);
                break;

            case Subscribed subscribed:
                await NoteAsync(openId, isMessage: false, subscribed.Scene, cancellationToken);
                break;

            case SceneScanned scanned:
                await NoteAsync(openId, isMessage: false, scanned.Scene, cancellationToken);
                break;

            case MenuClicked or CodeScanned { IsAwaited: true }:
                await NoteAsync(openId, isMessage: false, scene: null, cancellationToken);
                break;

            // Events of finished jobs come from an id that is nobody's, and tell of nobody.
            case EventContent:
                break;

            default:
                await NoteAsync(openId, isMessage: true, scene: null, cancellationToken);
                break;
        }
    }

    private async Task NoteAsync(string openId, bool isMessage, string? scene, CancellationToken cancellationToken)
    {
        if (openId.Length > FollowerConfiguration.OpenIdLength)
        {
            return;
        }

        var follower = await FindOrAddAsync(openId, cancellationToken);
        if (isMessage)
        {
            (follower.MessagedUtc, follower.SentSinceMessage) = (clock.GetUtcNow(), 0);
        }
        else
        {
            (follower.ActedUtc, follower.SentSinceAction) = (clock.GetUtcNow(), 0);
        }

        if (scene is { Length: > 0 and <= FollowerConfiguration.SceneLength })
        {
            follower.Scene = scene;
            if (BranchScene.TryParse(scene, out var carried)
                && await branches.FindAsync(carried.OrgUnitId, cancellationToken) is { } unit)
            {
                follower.ScannedUnitId = unit.Id;
                await branch.ScanAsync(follower, unit.Id, cancellationToken);
            }
        }
    }

    // Two pushes of one new follower may meet: the engine lets one insert, and a savepoint keeps the other's transaction.
    private async Task<Follower> FindOrAddAsync(string openId, CancellationToken cancellationToken)
    {
        if (await db.Set<Follower>().FindAsync([openId], cancellationToken) is { } known)
        {
            return known;
        }

        var follower = new Follower { OpenId = openId, SinceUtc = clock.GetUtcNow() };
        await branch.MeetAsync(follower, cancellationToken);
        db.Add(follower);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return follower;
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            db.Entry(follower).State = EntityState.Detached;
            return await db.Set<Follower>().SingleAsync(row => row.OpenId == openId, cancellationToken);
        }
    }
}
