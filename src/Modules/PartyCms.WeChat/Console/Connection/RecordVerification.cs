using Microsoft.Extensions.Options;
using PartyCms.Kernel.Data;
using PartyCms.WeChat.Callback;

namespace PartyCms.WeChat.Console.Connection;

/// <summary>Remembers what WeChat tells about the verification of the account.</summary>
internal sealed class RecordVerification(CmsDbContext db, IOptions<WeChatOptions> options, TimeProvider clock) : IPushHandler
{
    public async Task HandleAsync(HandledPush push, CancellationToken cancellationToken)
    {
        if (push.Message.Content is not VerificationChanged change)
        {
            return;
        }

        var appId = options.Value.AppId;
        var known = await db.Set<AccountVerification>().SingleOrDefaultAsync(row => row.AppId == appId, cancellationToken);
        if (known is null)
        {
            known = new AccountVerification { AppId = appId, IsVerified = options.Value.IsVerified };
            db.Add(known);
        }

        known.Note(change, clock.GetUtcNow());
    }
}
