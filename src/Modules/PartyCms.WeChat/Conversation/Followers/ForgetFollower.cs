using PartyCms.Kernel.Data;
using PartyCms.WeChat.Conversation.Log;
using PartyCms.WeChat.Members.Binding;

namespace PartyCms.WeChat.Conversation.Followers;

/// <summary>
/// Deletes what is known of a follower who left, as WeChat's rules for the event demand. Runs in the transaction of the
/// caller.
/// </summary>
internal sealed class ForgetFollower(CmsDbContext db, FollowerHash hash, UnbindMember unbind)
{
    public async Task RunAsync(string openId, CancellationToken cancellationToken)
    {
        await db.Set<Follower>().Where(follower => follower.OpenId == openId).ExecuteDeleteAsync(cancellationToken);
        await unbind.ForgetAsync(openId, cancellationToken);
        var logged = hash.Of(openId);
        await db.Set<LoggedMessage>().Where(message => message.Follower == logged).ExecuteDeleteAsync(cancellationToken);
    }
}
