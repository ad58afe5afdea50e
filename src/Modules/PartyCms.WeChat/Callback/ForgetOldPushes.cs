using PartyCms.Kernel.Data;
using PartyCms.Kernel.Jobs;

namespace PartyCms.WeChat.Callback;

/// <summary>WeChat repeats a push within the minute; a day leaves room for queues on its side.</summary>
internal sealed class ForgetOldPushes(CmsDbContext db, TimeProvider clock) : IScheduledJob
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public string Name => "wechat.forget-pushes";

    public string DisplayName => "清理公众号消息去重记录";

    public DateTimeOffset NextRun(DateTimeOffset finished) => finished.AddHours(1);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var limit = clock.GetUtcNow() - Kept;
        await db.Set<InboundPush>().Where(push => push.ReceivedUtc < limit).ExecuteDeleteAsync(cancellationToken);
    }
}
