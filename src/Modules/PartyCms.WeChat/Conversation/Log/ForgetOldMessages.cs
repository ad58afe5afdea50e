using Microsoft.Extensions.Options;
using PartyCms.Kernel.Data;
using PartyCms.Kernel.Jobs;

namespace PartyCms.WeChat.Conversation.Log;

/// <summary>Deletes from the message log what is older than <c>WeChat:MessageLogDays</c>.</summary>
internal sealed class ForgetOldMessages(CmsDbContext db, IOptions<WeChatOptions> options, TimeProvider clock)
    : IScheduledJob
{
    public string Name => "wechat.forget-messages";

    public string DisplayName => "清理公众号消息记录";

    public DateTimeOffset NextRun(DateTimeOffset finished) => finished.AddHours(6);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var limit = clock.GetUtcNow().AddDays(-options.Value.LogDays);
        await db.Set<LoggedMessage>().Where(message => message.ReceivedUtc < limit).ExecuteDeleteAsync(cancellationToken);
    }
}
